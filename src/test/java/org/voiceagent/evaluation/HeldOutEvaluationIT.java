package org.voiceagent.evaluation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.evaluation.Score.Outcome;
import org.voiceagent.evaluation.TypedEvaluation.Heard;
import org.voiceagent.knowledge.control.DemoKnowledge;
import org.voiceagent.knowledge.control.KnowledgeBase;
import org.voiceagent.speech.SpokenQuestion;
import org.voiceagent.transcription.SpokenEvaluation;
import org.voiceagent.transcription.WordErrorRate;

/**
 * How good the embedded engines are on questions nobody tuned them with, typed and spoken. Takes minutes, so it is a profile
 * of its own ({@code ./mvnw verify -Pevaluation}); the figures stand in docs/evaluation.md.
 */
@Tag("evaluation")
class HeldOutEvaluationIT {

    private static final Path QUESTIONS = Path.of("src", "test", "resources", "evaluation", "heldout.tsv");
    private static final double MOST_WRONG = 0.08;
    private static final double LEAST_RIGHT_TYPED = 0.8;
    private static final double LEAST_RIGHT_SPOKEN = 0.6;

    private static KnowledgeBase knowledge;
    private static List<Case> cases;

    @BeforeAll
    static void readKnowledgeAndQuestions() throws IOException {
        knowledge = DemoKnowledge.byMeaning();
        cases = Case.read(QUESTIONS);
    }

    @Test
    void typed() throws IOException {
        Score score = new TypedEvaluation(knowledge).run(cases);
        report("typed", score.toString(), score);
        assertScore(score, LEAST_RIGHT_TYPED);
    }

    @ParameterizedTest
    @EnumSource(SpokenQuestion.Voice.class)
    void spoken(SpokenQuestion.Voice voice) throws IOException {
        List<String> texts = knowledge.passages().stream()
                .flatMap(passage -> Stream.of(passage.title(), passage.text()))
                .toList();
        WordErrorRate errors = new WordErrorRate();
        try (SpokenEvaluation ears = new SpokenEvaluation(texts)) {
            Score score = new TypedEvaluation(knowledge).hear(cases, question -> {
                AudioClip utterance = SpokenQuestion.by(voice, question);
                return ears.hear(utterance)
                        .map(transcript -> {
                            errors.add(question, transcript.text());
                            return Heard.of(transcript);
                        })
                        .orElseGet(() -> {
                            errors.add(question, "");
                            return new Heard("", 0);
                        });
            });
            String summary = String.format(
                    "%s; word error rate %.1f %%, real-time factor %.2f",
                    score, 100 * errors.value(), ears.realTimeFactor());
            report("spoken-" + voice.name().toLowerCase(Locale.ROOT), summary, score);
            assertScore(score, LEAST_RIGHT_SPOKEN);
        }
    }

    private static void assertScore(Score score, double leastRight) {
        assertTrue(score.share(Outcome.RIGHT) >= leastRight, score.toString());
        assertTrue(score.share(Outcome.WRONG) <= MOST_WRONG, score.toString());
        // two of fifteen
        long offTopic = cases.size() - score.answerable();
        assertTrue(score.count(Outcome.OFF_TOPIC_ANSWERED) * 15 <= offTopic * 2, score.toString());
    }

    private static void report(String name, String summary, Score score) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "evaluation"));
        StringBuilder lines = new StringBuilder(summary).append('\n');
        score.answers()
                .forEach(answer -> lines.append(answer.asked().id())
                        .append('\t')
                        .append(answer.outcome())
                        .append('\t')
                        .append(answer.best())
                        .append('\n'));
        Files.writeString(folder.resolve(name + ".txt"), lines);
    }
}
