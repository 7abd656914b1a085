package org.voiceagent.configuration;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** The process, where it is a Payara Micro: a server of one application, not one shared with others. */
final class MicroServer {

    private static final String MAIN_CLASS = "fish.payara.micro.PayaraMicro";
    private static final int FAILED = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private MicroServer() {}

    static boolean isHere() {
        try {
            Class.forName(MAIN_CLASS, false, ClassLoader.getSystemClassLoader());
            return true;
        } catch (ClassNotFoundException other) {
            return false;
        }
    }

    /**
     * Not by halt alone: the server's shutdown hooks delete the 300 MB it has unpacked. But they may wait for the
     * deployment, which is the thread that waits for them.
     */
    static void end() {
        new Timer("voice-agent-exit", true).schedule(new Halt(), PATIENCE.toMillis());
        System.exit(FAILED);
    }

    private static final class Halt extends TimerTask {

        @Override
        public void run() {
            Runtime.getRuntime().halt(FAILED);
        }
    }
}
