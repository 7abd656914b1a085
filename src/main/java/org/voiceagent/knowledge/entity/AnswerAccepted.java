package org.voiceagent.knowledge.entity;

import java.util.List;

/**
 * An admin has accepted an answer on this member, which all will give soon.
 *
 * @param sentences any of which may be said
 */
public record AnswerAccepted(List<String> sentences) {

    public AnswerAccepted {
        sentences = List.copyOf(sentences);
    }
}
