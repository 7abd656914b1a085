package org.voiceagent.knowledge.control;

/** A document cannot be read, or is not to be; its message says why, after the words "it". */
public final class DocumentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    DocumentRefused(String why) {
        this(why, false);
    }

    private DocumentRefused(String why, boolean passing) {
        super(why, null, false, false);
        this.passing = passing;
    }

    /** For a reason that may pass though the document does not change. */
    static DocumentRefused passing(String why) {
        return new DocumentRefused(why, true);
    }

    /** Whether it may be read later, though it does not change. */
    boolean passing() {
        return passing;
    }
}
