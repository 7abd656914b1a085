package org.voiceagent.answer.control;

import org.voiceagent.answer.entity.AnswerRequest;

/** Answers a question. Safe for use by many threads. */
public interface AnswerModel {

    /** Starts to answer; returns as soon as a response can be read, throws a {@code Problem} when none will come. */
    AnswerStream answer(AnswerRequest request);

    /** The engine's name, as in the configuration: {@code openai} or {@code embedded}. */
    String engine();

    /** Whether a call would be served without waiting for something to load. */
    boolean ready();
}
