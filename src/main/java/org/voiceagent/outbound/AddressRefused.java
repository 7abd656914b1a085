package org.voiceagent.outbound;

/** A host is not called for its address; the message says why, after the words "its host". */
public final class AddressRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AddressRefused(String why) {
        super(why, null, false, false);
    }
}
