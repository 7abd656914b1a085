package org.voiceagent.knowledge.control;

/** This server is not to fetch any more: it stops, or another one has taken over. */
final class FetchingStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FetchingStopped(String why) {
        super(why, null, false, false);
    }
}
