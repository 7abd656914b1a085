package org.voiceagent.members;

import java.time.Duration;
import java.util.List;

/** Small sizes by default; the stated ones with {@code -Plong}. */
public final class Sizes {

    private static final boolean LONG = Boolean.getBoolean("tests.long");

    /** A promised time is checked at three times its value on machines that do other work. */
    private static final int LENIENCE = LONG ? 1 : 3;

    private Sizes() {}

    /**
     * Options of the JVM of a member or server. Where it lives for half a minute or has little to compute it is compiled
     * for a quick start, as the stated sizes are not: its start is most of the time that the small ones take.
     */
    public static List<String> compiler() {
        return LONG ? List.of() : List.of("-XX:TieredStopAtLevel=1");
    }

    public static int of(int small, int stated) {
        return LONG ? stated : small;
    }

    public static Duration of(Duration small, Duration stated) {
        return LONG ? stated : small;
    }

    /** How much longer something may take than it should. */
    static int lenience() {
        return LENIENCE;
    }

    public static Duration promised(Duration promise) {
        return promise.multipliedBy(LENIENCE);
    }
}
