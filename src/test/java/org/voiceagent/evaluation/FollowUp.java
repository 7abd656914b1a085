package org.voiceagent.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.voiceagent.knowledge.control.KnowledgeBase;
import org.voiceagent.knowledge.entity.Finding;
import org.voiceagent.knowledge.entity.Wording;

/**
 * The second question of a conversation.
 *
 * @param source id of the passage that answers it; "-" where none does
 */
record FollowUp(String id, String first, String question, String source) {

    private static final String NONE = "-";

    /** From here on the embedded engine answers what is typed. */
    private static final double ANSWERED = 0.4;

    /** Reads tab-separated id, first question, question, source; # starts a comment. */
    static List<FollowUp> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("id\t"))
                .map(line -> line.split("\t"))
                .map(columns -> new FollowUp(columns[0], columns[1], columns[2], columns[3]))
                .toList();
    }

    boolean answerable() {
        return !source.equals(NONE);
    }

    /** The passage that is found for it; "-" where none is relevant enough. */
    String foundIn(KnowledgeBase knowledge) {
        return foundIn(knowledge, "en");
    }

    /** @param language of whoever asks */
    String foundIn(KnowledgeBase knowledge, String language) {
        Finding best = knowledge
                .find(Wording.only(question), List.of(first), language, 1)
                .get(0);
        return best.relevance() < ANSWERED ? NONE : best.passage().id();
    }
}
