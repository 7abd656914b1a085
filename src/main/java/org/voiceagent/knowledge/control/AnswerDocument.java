package org.voiceagent.knowledge.control;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voiceagent.knowledge.entity.AcceptedAnswer;
import org.voiceagent.knowledge.entity.KeptDocument;

/** An accepted answer as a document: its words in JSON. Its source stands beside the content, as of any document. */
final class AnswerDocument {

    static final String MEDIA_TYPE = "application/vnd.voice-agent.answer+json";

    private static final Jsonb JSON = JsonbBuilder.create();

    /** As it is kept; fields are only ever added. */
    public record Words(String question, List<String> wordings, String answer) {}

    private AnswerDocument() {}

    static byte[] bytes(AcceptedAnswer answer) {
        Words words = new Words(answer.question(), answer.wordings(), answer.answer());
        return JSON.toJson(words).getBytes(StandardCharsets.UTF_8);
    }

    static AcceptedAnswer answer(KeptDocument document, byte[] content) {
        Words words = words(content);
        return new AcceptedAnswer(
                words.question(),
                words.wordings(),
                words.answer(),
                document.title(),
                document.url(),
                document.language());
    }

    static DocumentContents read(byte[] content, int most) {
        Words words = words(content);
        PassageWriter writer = new PassageWriter("", "", most);
        writer.title(words.question());
        words.answer()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(writer::say);
        DocumentContents read = writer.finished(words.question(), Optional.empty());
        List<String> questions = new ArrayList<>();
        questions.add(words.question());
        questions.addAll(words.wordings());
        return new DocumentContents(
                read.title(),
                read.language(),
                read.passages().stream()
                        .map(passage -> passage.answering(questions))
                        .toList());
    }

    private static Words words(byte[] content) {
        try {
            return JSON.fromJson(new String(content, StandardCharsets.UTF_8), Words.class);
        } catch (JsonbException broken) {
            throw new DocumentRefused("is not an answer as it is kept");
        }
    }
}
