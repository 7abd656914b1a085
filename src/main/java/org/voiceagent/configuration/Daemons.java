package org.voiceagent.configuration;

import java.util.concurrent.ThreadFactory;

/** Threads in the background that hold up no end of the process. */
public final class Daemons {

    private Daemons() {}

    /** @param name of each thread, as a thread dump shows it */
    public static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
