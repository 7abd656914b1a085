package org.voiceagent.conversation.boundary;

import java.util.List;
import java.util.Optional;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.conversation.entity.Asked;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.Fingerprint;
import org.voiceagent.conversation.entity.Mode;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.conversation.entity.TurnRequest;
import org.voiceagent.transcription.control.UtteranceReader;
import org.voiceagent.web.InvalidField;
import org.voiceagent.web.JsonBody;

/** The parts of {@code POST /turns}, checked but for the audio, which is read on the turn's own thread. */
record TurnForm(
        Optional<byte[]> audio,
        Optional<Question> question,
        TurnId turnId,
        boolean aloud,
        Optional<String> sessionId,
        Optional<List<Message>> history) {

    static TurnForm of(FormParts form, ConversationLimits limits) {
        Optional<byte[]> audio = form.bytes("audio").or(() -> form.bytes("file"));
        Optional<Question> question = form.text("question").map(text -> question(text, "/question", limits));
        if (audio.isPresent() == question.isPresent()) {
            throw new InvalidField("/audio", "or question is required, one of them.");
        }
        Optional<List<Message>> history = form.bytes(HistoryField.NAME)
                .flatMap(bytes -> HistoryField.read(JsonBody.ofList(HistoryField.NAME, bytes), limits));
        return new TurnForm(audio, question, turnId(form), aloud(form), form.text("sessionId"), history);
    }

    static Question question(String text, String field, ConversationLimits limits) {
        if (text.isBlank()) {
            throw new InvalidField(field, "must not be blank.");
        }
        if (text.codePointCount(0, text.length()) > limits.questionCharacters()) {
            throw new InvalidField(field, "must not be longer than " + limits.questionCharacters() + " characters.");
        }
        return new Question(text, 1);
    }

    private static TurnId turnId(FormParts form) {
        return form.text("turnId")
                .map(text -> TurnId.parse(text).orElseThrow(() -> new InvalidField("/turnId", "must be a UUID.")))
                .orElseGet(TurnId::mint);
    }

    private static boolean aloud(FormParts form) {
        return switch (form.text("speech").orElse("true")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidField("/speech", "must be true or false.");
        };
    }

    /** @throws org.voiceagent.web.Problem 413, 415 or 422 for what is wrong with the audio */
    TurnRequest request(SessionRef session, String address, UtteranceReader reader) {
        Asked asked = question.isPresent()
                ? Asked.written(question.get())
                : new Asked.Spoken(reader.read(audio.orElseThrow()), Fingerprint.of(audio.orElseThrow()));
        return new TurnRequest(session, turnId, asked, history, aloud, address, Mode.TURNS);
    }
}
