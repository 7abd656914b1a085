package org.voiceagent.knowledge.control;

/** There is no database for documents: the folder is all that is known. */
public final class DocumentsNotKept extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DocumentsNotKept() {
        super("voice.knowledge.database is false, or the log of turns is off");
    }
}
