package org.voiceagent.transcription.control;

/**
 * How sure a transcript is. Words that are likely after each other and that explain the sound better than a mere
 * sequence of phones does are mostly right; noise and words it does not know make the recogniser string together what is
 * neither.
 */
final class Confidence {

    private static final double LIKELY_WORD = 1;
    private static final double BETTER_THAN_PHONES = 1.5;
    /** Where the sum of both is worth as much as a coin. */
    private static final double EVEN = -4;

    private Confidence() {}

    /**
     * 0 to 1.
     *
     * @param ofPhones natural logarithm of how well the best sequence of phones explains the frames
     */
    static double of(SpeechSearch.Path path, double ofPhones, int frames) {
        if (path.words().isEmpty() || frames == 0) {
            return 0;
        }
        double likely = path.language() / (path.words().size() + 1);
        double better = (path.acoustic() - ofPhones) / frames;
        return 1 / (1 + Math.exp(EVEN - LIKELY_WORD * likely - BETTER_THAN_PHONES * better));
    }
}
