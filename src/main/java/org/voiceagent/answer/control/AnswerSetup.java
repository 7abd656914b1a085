package org.voiceagent.answer.control;

/** What whoever keeps an engine's answers has to know of it. */
public interface AnswerSetup {

    /** All that now shapes an answer besides the request; a changed one must not find old answers. */
    String print();

    /** Whether a response may be kept for others. */
    default boolean mayBeKept(String response) {
        return true;
    }
}
