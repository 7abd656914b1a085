package org.voiceagent.conversation.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voiceagent.answer.entity.Message;

/**
 * A turn somebody asks for.
 *
 * @param history the history the visitor's side keeps itself; then no text is stored
 * @param aloud whether the answer is to be spoken
 * @param address the visitor's network address, for its limits
 * @param mode the call it came by
 */
public record TurnRequest(
        SessionRef session,
        TurnId id,
        Asked asked,
        Optional<List<Message>> history,
        boolean aloud,
        String address,
        Mode mode) {

    public boolean spoken() {
        return asked.spoken();
    }

    /** The sentences of its answer that were told before it came here; mostly none. */
    public List<String> told() {
        return asked.told();
    }

    /** Of all that shapes the answer. */
    public Fingerprint fingerprint() {
        return asked.print().orElseGet(this::printOfWords);
    }

    private Fingerprint printOfWords() {
        String question = asked.question().orElseThrow().text();
        List<String> parts = new ArrayList<>(List.of(question, history.isPresent() ? "history" : "memory"));
        history.orElse(List.of()).forEach(message -> {
            parts.add(message.role().name());
            parts.add(message.content());
        });
        return Fingerprint.of(parts);
    }
}
