package org.voiceagent.members;

import java.util.logging.Logger;

/** What a test has measured, for who runs it: a line in the output of the build. */
final class Measured {

    private static final Logger LOG = Logger.getLogger(Measured.class.getName());

    private Measured() {}

    static void tell(String what) {
        LOG.info(what);
    }
}
