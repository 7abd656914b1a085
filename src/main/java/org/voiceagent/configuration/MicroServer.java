package org.voiceagent.configuration;

import java.time.Duration;
import java.util.Arrays;
import java.util.Timer;
import java.util.TimerTask;
import java.util.logging.Level;
import java.util.logging.Logger;

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
     * Ends it, as soon as the thread that calls this has left the deployment: the server's shutdown hooks, which delete the
     * 300 MB it has unpacked, wait for that. What it logs from now on would only bury what was said about the failure.
     */
    static void end() {
        Arrays.stream(Logger.getLogger("").getHandlers()).forEach(handler -> {
            handler.flush();
            handler.setLevel(Level.OFF);
        });
        new Timer("voice-agent-halt", true).schedule(new Halt(), PATIENCE.toMillis());
        new Thread(() -> System.exit(FAILED), "voice-agent-exit").start();
    }

    private static final class Halt extends TimerTask {

        @Override
        public void run() {
            Runtime.getRuntime().halt(FAILED);
        }
    }
}
