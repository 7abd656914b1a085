package org.voiceagent.cluster;

/** A cluster that does not answer, for tests of who asks it. */
public final class Unavailable {

    private Unavailable() {}

    public static ClusterUnavailable forNow() {
        return new ClusterUnavailable(new IllegalStateException("the owner is silent"));
    }
}
