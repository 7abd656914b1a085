package org.voiceagent.conversation.entity;

import java.util.List;
import java.util.Optional;
import org.voiceagent.audio.AudioClip;

/** What a turn begins with: a question in words, or one that has to be heard first. */
public sealed interface Asked {

    /** Whether the visitor said it, and wants to see what was understood. */
    boolean spoken();

    /** Empty as long as it has to be heard. */
    Optional<Question> question();

    /** Of what was sent; empty where the words are all that was. */
    Optional<Fingerprint> print();

    /** The sentences of its answer that were told before it came here; mostly none. */
    List<String> told();

    /** A question in writing. */
    static Asked written(Question words) {
        return new Words(words, false, Optional.empty(), List.of());
    }

    /**
     * Spoken, and heard before the turn began.
     *
     * @param sent print of the sound
     */
    static Asked heard(Question words, Fingerprint sent) {
        return new Words(words, true, Optional.of(sent), List.of());
    }

    /**
     * A turn whose member has died while it answered, to go on from there; the visitor has seen the question.
     *
     * @param sent print of what was asked in the beginning
     */
    static Asked again(Question words, Fingerprint sent, List<String> told) {
        return new Words(words, false, Optional.of(sent), told);
    }

    record Words(Question words, boolean spoken, Optional<Fingerprint> print, List<String> told) implements Asked {

        public Words {
            told = List.copyOf(told);
        }

        @Override
        public Optional<Question> question() {
            return Optional.of(words);
        }
    }

    /** @param sent print of the bytes as they were sent */
    record Spoken(AudioClip audio, Fingerprint sent) implements Asked {

        @Override
        public boolean spoken() {
            return true;
        }

        @Override
        public Optional<Question> question() {
            return Optional.empty();
        }

        @Override
        public Optional<Fingerprint> print() {
            return Optional.of(sent);
        }

        @Override
        public List<String> told() {
            return List.of();
        }
    }
}
