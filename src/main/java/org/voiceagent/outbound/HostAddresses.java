package org.voiceagent.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks for the addresses of a name. */
@FunctionalInterface
interface HostAddresses {

    /** @return one or more; of a literal itself */
    InetAddress[] of(String host) throws UnknownHostException;
}
