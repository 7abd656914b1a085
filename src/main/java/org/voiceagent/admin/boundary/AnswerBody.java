package org.voiceagent.admin.boundary;

import java.util.List;
import java.util.Optional;
import org.voiceagent.cluster.Legible;
import org.voiceagent.knowledge.entity.AcceptedAnswer;
import org.voiceagent.web.InvalidField;
import org.voiceagent.web.JsonBody;

/** An accepted answer as it is sent. */
final class AnswerBody {

    private static final int LONGEST_QUESTION = 500;
    /** Characters of one passage: what is longer is a document. */
    private static final int LONGEST_ANSWER = 1500;

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_WORDINGS = 20;

    private AnswerBody() {}

    static AcceptedAnswer of(byte[] body) {
        JsonBody json = JsonBody.of(body);
        String question = needed(json, "question", LONGEST_QUESTION);
        List<String> wordings = json.texts("wordings", MOST_WORDINGS).stream()
                .map(Legible::line)
                .filter(words -> !words.isEmpty())
                .toList();
        if (wordings.stream().anyMatch(words -> words.length() > LONGEST_QUESTION)) {
            throw new InvalidField("/wordings", "must not hold more than " + LONGEST_QUESTION + " characters each.");
        }
        return new AcceptedAnswer(
                Legible.line(question),
                wordings,
                needed(json, "answer", LONGEST_ANSWER).strip(),
                title(json),
                KnowledgeFields.url("/url", json.text("url").orElse("")),
                KnowledgeFields.language(json.text("language").orElse("")));
    }

    private static String needed(JsonBody json, String field, int most) {
        String words = json.text(field).orElse("");
        if (Legible.line(words).isEmpty()) {
            throw json.invalid(field, "must not be blank.");
        }
        return limited(json, field, words, most);
    }

    private static String limited(JsonBody json, String field, String words, int most) {
        if (words.length() > most) {
            throw json.invalid(field, "must not be longer than " + most + " characters.");
        }
        return words;
    }

    private static Optional<String> title(JsonBody json) {
        return json.text("title")
                .map(words -> Legible.line(limited(json, "title", words, LONGEST_TITLE)))
                .filter(words -> !words.isEmpty());
    }
}
