package org.voiceagent.transcription.control;

/**
 * How sure a transcript is. Words that are likely after each other and that explain the sound better than a mere
 * sequence of phones does are mostly right; noise and words it does not know make the recogniser string together what
 * is neither.
 */
final class Confidence {

    // Fitted on the spoken development questions, so that the confidence is the part of the words that are right.
    private static final double BASE = 5.1;
    private static final double LIKELY_WORDS = 0.88;
    private static final double BETTER_THAN_PHONES = 0.74;

    private Confidence() {}

    /** 0 to 1. */
    static double of(SpeechSearch.Path path) {
        if (path.words().isEmpty()) {
            return 0;
        }
        double likely = path.language() / (path.words().size() + 1);
        double better = (path.acoustic() - path.phonetic()) / path.frames();
        return 1 / (1 + Math.exp(-(BASE + LIKELY_WORDS * likely + BETTER_THAN_PHONES * better)));
    }
}
