package org.voiceagent.knowledge.control;

/** A document cannot be read, or is not to be; its message says why, after the words "it". */
final class DocumentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DocumentRefused(String why) {
        super(why, null, false, false);
    }
}
