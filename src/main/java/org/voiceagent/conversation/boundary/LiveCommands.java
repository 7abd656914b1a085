package org.voiceagent.conversation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.conversation.control.LiveConversation;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.web.JsonBody;

/** What a visitor's side sends in a live conversation, besides sound. */
@ApplicationScoped
public class LiveCommands {

    private static final int MOST_SENTENCES = 10_000;

    /** Of all besides a history. */
    private static final long MOST_TEXT = 16_384;

    /** What JSON writes for one character of a text: two mostly, as for a line's end. */
    private static final long MOST_ESCAPED = 2;

    /** Of the names and braces of one message. */
    private static final long MESSAGE = 64;

    @Inject
    private ConversationLimits limits;

    /**
     * @param sessionId of the first one
     * @param history of the first one, where the visitor's side keeps the conversation
     */
    record Command(Optional<String> sessionId, Optional<List<Message>> history, Consumer<LiveConversation> action) {

        void on(LiveConversation conversation) {
            action.accept(conversation);
        }
    }

    /** @throws org.voiceagent.web.Problem that points at what is wrong with it */
    Command read(String message) {
        JsonBody sent = JsonBody.of(message.getBytes(StandardCharsets.UTF_8));
        String type = sent.text("type").orElseThrow(() -> sent.invalid("type", "is required."));
        return switch (type) {
            case "start" -> new Command(sent.text("sessionId"), history(sent), started -> {});
            case "end" -> command(LiveConversation::suggestEnd);
            case "interrupt" -> command(LiveConversation::interrupt);
            case "question" -> question(sent);
            case "heard" -> heard(sent);
            case "resume" -> resume(sent);
            default -> throw sent.invalid("type", "is not known.");
        };
    }

    private static Command command(Consumer<LiveConversation> action) {
        return new Command(Optional.empty(), Optional.empty(), action);
    }

    /** Without {@code "memory":"page"} a history would be forgotten by mistake: it is refused. */
    private Optional<List<Message>> history(JsonBody sent) {
        Optional<List<Message>> history = HistoryField.read(sent, limits);
        Optional<String> memory = sent.text("memory");
        if (memory.isPresent() && !memory.get().equals("page")) {
            throw sent.invalid("memory", "must be page, where it is not left out.");
        }
        if (history.isPresent() && memory.isEmpty()) {
            throw sent.invalid("memory", "must be page where there is a history.");
        }
        return memory.map(page -> history.orElse(List.of()));
    }

    /** The longest message in characters: of a start that brings all the history it may, escaped. */
    int longest() {
        long history = (long) limits.historyMessages() * (MOST_ESCAPED * limits.questionCharacters() + MESSAGE);
        return (int) Math.min(Integer.MAX_VALUE, MOST_TEXT + history);
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
