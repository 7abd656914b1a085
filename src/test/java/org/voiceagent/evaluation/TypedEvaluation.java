package org.voiceagent.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.voiceagent.answer.control.AnswerModel;
import org.voiceagent.answer.control.AnswerStream;
import org.voiceagent.answer.control.EmbeddedAnswerModel;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.evaluation.Score.Answered;
import org.voiceagent.evaluation.Score.Outcome;
import org.voiceagent.knowledge.control.KnowledgeBase;
import org.voiceagent.knowledge.entity.Finding;
import org.voiceagent.knowledge.entity.Wording;
import org.voiceagent.transcription.entity.Transcript;

/** Asks the embedded engine typed questions and marks its answers. */
final class TypedEvaluation {

    private static final int PASSAGES = 4;

    private final KnowledgeBase knowledge;
    private final String language;
    private final AnswerModel model = new EmbeddedAnswerModel();

    TypedEvaluation(KnowledgeBase knowledge) {
        this(knowledge, "en");
    }

    /** @param language of whoever asks */
    TypedEvaluation(KnowledgeBase knowledge, String language) {
        this.knowledge = knowledge;
        this.language = language;
    }

    Score run(List<Case> cases) {
        return run(cases, UnaryOperator.identity());
    }

    /** @param hearing what becomes of a question before the engine gets it */
    Score run(List<Case> cases, UnaryOperator<String> hearing) {
        return hear(cases, question -> new Heard(hearing.apply(question), 1));
    }

    /** @param hearing what a recogniser makes of a question; no words at all count as unknown */
    Score hear(List<Case> cases, Function<String, Heard> hearing) {
        Score score = new Score();
        cases.forEach(asked -> score.add(answer(asked, hearing.apply(asked.question()))));
        return score;
    }

    /**
     * @param confidence how sure the recogniser is of the text, 0 to 1
     * @param wordings what may have been said
     */
    record Heard(String text, double confidence, List<Wording> wordings) {

        Heard(String text, double confidence) {
            this(text, confidence, Wording.only(text));
        }

        static Heard of(Transcript transcript) {
            return new Heard(transcript.text(), transcript.confidence(), transcript.wordings());
        }
    }

    private Answered answer(Case asked, Heard heard) {
        String question = heard.text();
        if (question.isBlank()) {
            return new Answered(asked, "", "", asked.offTopic() ? Outcome.OFF_TOPIC_REFUSED : Outcome.UNKNOWN);
        }
        List<Finding> findings = knowledge.find(heard.wordings(), List.of(), language, PASSAGES);
        List<Excerpt> excerpts = findings.stream().map(TypedEvaluation::excerpt).toList();
        try (AnswerStream stream =
                model.answer(new AnswerRequest(question, heard.confidence(), List.of(), excerpts, "en"))) {
            StringBuilder response = new StringBuilder();
            for (Optional<String> delta = stream.next(); delta.isPresent(); delta = stream.next()) {
                response.append(delta.get());
            }
            String best = findings.isEmpty() ? "" : findings.get(0).passage().id();
            return new Answered(
                    asked,
                    response.toString(),
                    best,
                    outcome(asked, response.toString(), !stream.grounds().isEmpty(), best));
        }
    }

    private static Outcome outcome(Case asked, String response, boolean answered, String best) {
        if (asked.offTopic()) {
            return answered ? Outcome.OFF_TOPIC_ANSWERED : Outcome.OFF_TOPIC_REFUSED;
        }
        if (answered) {
            return asked.answeredBy(response) ? Outcome.RIGHT : Outcome.WRONG;
        }
        boolean askedBack = response.startsWith("Did you mean");
        return askedBack && best.equals(asked.source()) ? Outcome.ASKED_RIGHT : Outcome.UNKNOWN;
    }

    private static Excerpt excerpt(Finding finding) {
        return new Excerpt(
                finding.passage().title(),
                finding.passage().url(),
                finding.passage().text(),
                finding.quotes(),
                finding.relevance());
    }
}
