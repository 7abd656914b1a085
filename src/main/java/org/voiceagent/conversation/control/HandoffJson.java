package org.voiceagent.conversation.control;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.UUID;
import org.voiceagent.conversation.entity.Conversation;
import org.voiceagent.conversation.entity.HandoffMessage;
import org.voiceagent.conversation.entity.Turn;

/**
 * A visitor's message as its receiver gets it. It names no session: what a receiver keeps leads to nobody's conversation here.
 */
final class HandoffJson {

    private HandoffJson() {}

    /** @param site as visitors know it */
    static String of(HandoffMessage message, Conversation conversation, String site, Instant at) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("event", "handoff")
                .add("id", "handoff/" + UUID.randomUUID())
                .add("site", site)
                .add("at", at.toString());
        conversation.preferences().language().ifPresent(language -> json.add("language", language));
        message.contact().ifPresent(contact -> json.add("contact", contact));
        if (message.transcript()) {
            json.add("transcript", transcript(conversation));
        }
        return json.build().toString();
    }

    /** The words as they were said and remembered: their visitor wants them to be read. */
    private static JsonArrayBuilder transcript(Conversation conversation) {
        JsonArrayBuilder turns = Json.createArrayBuilder();
        conversation.turns().forEach(turn -> turns.add(shown(turn)));
        return turns;
    }

    private static JsonObjectBuilder shown(Turn turn) {
        return Json.createObjectBuilder()
                .add("question", turn.question())
                .add("response", turn.response())
                .add("at", turn.at().toString())
                .add("outcome", turn.outcome().word());
    }
}
