package org.voiceagent.conversation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.voiceagent.conversation.control.LiveConversation;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.web.JsonBody;

/** What a visitor's side sends in a live conversation, besides sound. */
@ApplicationScoped
public class LiveCommands {

    private static final int MOST_SENTENCES = 10_000;

    @Inject
    private ConversationLimits limits;

    /** @param sessionId of the first one */
    record Command(Optional<String> sessionId, Consumer<LiveConversation> action) {

        void on(LiveConversation conversation) {
            action.accept(conversation);
        }
    }

    /** @throws org.voiceagent.web.Problem that points at what is wrong with it */
    Command read(String message) {
        JsonBody sent = JsonBody.of(message.getBytes(StandardCharsets.UTF_8));
        String type = sent.text("type").orElseThrow(() -> sent.invalid("type", "is required."));
        return switch (type) {
            case "start" -> new Command(sent.text("sessionId"), started -> {});
            case "end" -> command(LiveConversation::suggestEnd);
            case "interrupt" -> command(LiveConversation::interrupt);
            case "question" -> question(sent);
            case "heard" -> heard(sent);
            case "resume" -> resume(sent);
            default -> throw sent.invalid("type", "is not known.");
        };
    }

    private static Command command(Consumer<LiveConversation> action) {
        return new Command(Optional.empty(), action);
    }

    private Command question(JsonBody sent) {
        Question question = TurnForm.question(
                sent.text("text").orElseThrow(() -> sent.invalid("text", "is required.")), "/text", limits);
        TurnId turn = sent.text("turnId").isPresent() ? turn(sent) : TurnId.mint();
        return command(conversation -> conversation.ask(turn, question));
    }

    private static Command heard(JsonBody sent) {
        TurnId turn = turn(sent);
        double through =
                sent.number("through", 0, MOST_SENTENCES).orElseThrow(() -> sent.invalid("through", "is required."));
        return command(conversation -> conversation.heard(turn, (int) through));
    }

    private static Command resume(JsonBody sent) {
        TurnId turn = turn(sent);
        int from = sent.number("from", 0, MOST_SENTENCES).orElse(0.0).intValue();
        return command(conversation -> conversation.resume(turn, from));
    }

    private static TurnId turn(JsonBody sent) {
        return sent.text("turnId").flatMap(TurnId::parse).orElseThrow(() -> sent.invalid("turnId", "must be a UUID."));
    }
}
