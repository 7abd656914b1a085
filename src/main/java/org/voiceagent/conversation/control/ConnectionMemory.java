package org.voiceagent.conversation.control;

import java.util.ArrayList;
import java.util.List;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.answer.entity.Message.Role;
import org.voiceagent.conversation.entity.TurnId;

/**
 * The conversation of a visitor whose side keeps it itself, as long as one connection lasts: what was said before it, and
 * what is said on it, as far as it was heard. It is nowhere else on the server.
 */
final class ConnectionMemory {

    /** What was told is cut to what was heard; text that is never spoken was told with the last sentence. */
    private record Said(TurnId id, String question, String response, List<String> sentences) {

        Said cut(int heard) {
            return heard < sentences.size()
                    ? new Said(id, question, String.join(" ", sentences.subList(0, heard)), sentences.subList(0, heard))
                    : this;
        }
    }

    private final List<Message> before;
    private final int most;
    private final List<Said> turns = new ArrayList<>();

    /** @param most messages that an answer is given */
    ConnectionMemory(List<Message> before, int most) {
        this.before = List.copyOf(before);
        this.most = most;
    }

    /** @param sentences of the response as they were told */
    synchronized void remember(TurnId id, String question, String response, List<String> sentences) {
        turns.add(new Said(id, question, response, List.copyOf(sentences)));
        // as many as an answer is given, a turn being two messages, and one that is still to be cut
        if (turns.size() > most / 2 + 1) {
            turns.remove(0);
        }
    }

    /** Leaves of a turn what was heard. */
    synchronized void cut(TurnId id, int heard) {
        turns.replaceAll(said -> said.id().equals(id) ? said.cut(heard) : said);
    }

    /** The latest messages, oldest first; never an answer without its question. */
    synchronized List<Message> history() {
        List<Message> all = new ArrayList<>(before);
        for (Said said : turns) {
            if (!said.response().isBlank()) {
                all.add(new Message(Role.USER, said.question()));
                all.add(new Message(Role.ASSISTANT, said.response()));
            }
        }
        List<Message> latest = all.subList(Math.max(0, all.size() - most), all.size());
        boolean half = !latest.isEmpty() && latest.get(0).role() == Role.ASSISTANT;
        return List.copyOf(latest.subList(half ? 1 : 0, latest.size()));
    }
}
