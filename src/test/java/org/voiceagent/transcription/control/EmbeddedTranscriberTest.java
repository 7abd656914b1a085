package org.voiceagent.transcription.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.knowledge.entity.Wording;
import org.voiceagent.speech.SpokenQuestion;
import org.voiceagent.speech.SpokenQuestion.Voice;
import org.voiceagent.transcription.WordErrorRate;
import org.voiceagent.transcription.entity.Transcript;
import org.voiceagent.transcription.entity.Utterance;
import org.voiceagent.upstream.LogLines;
import org.voiceagent.web.Problem;

class EmbeddedTranscriberTest {

    private static final int RATE = 16_000;

    private static final EmbeddedTranscriber TRANSCRIBER = new EmbeddedTranscriber(2, 0);

    @BeforeAll
    static void learn() {
        TRANSCRIBER.learn(List.of(
                "Opening hours: Saturday",
                "On Saturdays the boat house is open from ten. The Zintrove canoe costs 12 pounds per day.",
                "Guests may bring a dog, and can cancel a booking by email until the evening before."));
    }

    @AfterAll
    static void close() {
        TRANSCRIBER.close();
    }

    @Test
    void questions_about_the_knowledge_base_are_understood() {
        WordErrorRate errors = new WordErrorRate();
        for (Voice voice : Voice.values()) {
            for (String question : List.of("How much is the Zintrove canoe?", "Can I bring a dog?")) {
                errors.add(
                        question,
                        transcribe(SpokenQuestion.by(voice, question))
                                .orElseThrow()
                                .text());
            }
        }
        assertTrue(errors.value() < 0.25, errors::toString);
    }

    @Test
    void models_that_do_not_load_are_logged_once_and_told_as_unavailable() {
        LogLines log = LogLines.of(EmbeddedTranscriber.class);
        log.start();
        EmbeddedTranscriber broken = new EmbeddedTranscriber(1, 0, () -> {
            throw new IOException("The model is cut.");
        });
        assertFalse(broken.unavailable());
        broken.learn(List.of("We are open."));
        log.stop();
        assertTrue(broken.unavailable());
        assertFalse(broken.ready());
        assertEquals(1, log.count());
        assertTrue(log.text().startsWith("WARNING The embedded transcription does not load"), log.text());
        assertTrue(log.text().contains("The model is cut."), log.text());
        Utterance utterance = new Utterance(new AudioClip(RATE, new short[RATE]), "en");
        Problem problem = assertThrows(Problem.class, () -> broken.transcribe(utterance));
        assertEquals("transcription-unavailable", problem.type());
    }

    @Test
    void models_that_load_the_second_time_are_told_as_available() {
        AtomicBoolean cut = new AtomicBoolean(true);
        EmbeddedTranscriber late = new EmbeddedTranscriber(1, 0, () -> {
            if (cut.getAndSet(false)) {
                throw new IOException("The model is cut.");
            }
            return Acoustics.load();
        });
        late.learn(List.of("We are open."));
        assertTrue(late.unavailable());
        late.learn(List.of("We are open."));
        assertTrue(late.ready());
        assertFalse(late.unavailable());
        late.close();
    }

    @Test
    void a_lesson_that_fails_leaves_the_words_learnt_before() {
        LogLines log = LogLines.of(EmbeddedTranscriber.class);
        log.start();
        TRANSCRIBER.learn(null);
        log.stop();
        assertEquals(1, log.count());
        assertTrue(TRANSCRIBER.ready());
        assertFalse(TRANSCRIBER.unavailable());
    }

    @Test
    void recognisers_share_the_acoustic_model_without_disturbing_each_other() {
        AudioClip question = SpokenQuestion.by(Voice.SLT, "Can I cancel a booking?");
        AudioClip other = SpokenQuestion.by(Voice.KEVIN, "Are you open on Saturdays?");
        List<String> alone =
                Stream.of(question, other).map(EmbeddedTranscriberTest::text).toList();
        List<String> together = Stream.of(question, other)
                .parallel()
                .map(EmbeddedTranscriberTest::text)
                .toList();
        assertEquals(alone, together);
    }

    @Test
    void words_are_surer_than_noise() {
        Transcript words =
                transcribe(SpokenQuestion.by(Voice.SLT, "Can I bring a dog?")).orElseThrow();
        double noise = transcribe(noise()).map(Transcript::confidence).orElse(0.0);
        assertTrue(words.confidence() > noise, () -> words.confidence() + " against " + noise);
        assertEquals("en", words.language());
    }

    @Test
    void what_else_may_have_been_said_is_told_the_likeliest_first() {
        Transcript heard =
                transcribe(SpokenQuestion.by(Voice.KEVIN, "Can I bring a dog?")).orElseThrow();
        List<Wording> wordings = heard.wordings();
        assertEquals(heard.text(), wordings.get(0).text());
        assertTrue(wordings.size() > 1, wordings::toString);
        assertEquals(
                wordings.size(), wordings.stream().map(Wording::text).distinct().count());
        for (int at = 1; at < wordings.size(); at++) {
            assertTrue(wordings.get(at - 1).share() >= wordings.get(at).share(), wordings::toString);
        }
        assertEquals(1, wordings.stream().mapToDouble(Wording::share).sum(), 1e-9);
    }

    @Test
    void silence_says_nothing() {
        assertEquals(Optional.empty(), transcribe(new AudioClip(RATE, new short[RATE])));
        assertEquals(Optional.empty(), transcribe(new AudioClip(RATE, new short[0])));
    }

    @Test
    void what_it_is_not_sure_of_counts_as_not_said() {
        EmbeddedTranscriber strict = new EmbeddedTranscriber(1, 0.9999);
        strict.learn(List.of("The boat house is open."));
        AudioClip question = SpokenQuestion.by(Voice.SLT, "Can I bring a dog?");
        assertEquals(Optional.empty(), strict.transcribe(new Utterance(question, "en")));
        strict.close();
        assertFalse(strict.ready());
    }

    @Test
    void an_interrupted_turn_stops_recognising() {
        Thread.currentThread().interrupt();
        AudioClip question = SpokenQuestion.by(Voice.SLT, "Can I bring a dog?");
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> transcribe(question));
        assertTrue(Thread.interrupted());
    }

    @Test
    void other_languages_are_refused() {
        Utterance german = new Utterance(noise(), "de-DE");
        Problem problem = assertThrows(Problem.class, () -> TRANSCRIBER.transcribe(german));
        assertEquals("language-unsupported", problem.type());
        assertEquals(422, problem.status());
    }

    @Test
    void before_it_has_learnt_it_says_when_to_come_back() {
        EmbeddedTranscriber fresh = new EmbeddedTranscriber(1, 0);
        assertFalse(fresh.ready());
        Problem problem = assertThrows(Problem.class, () -> fresh.transcribe(new Utterance(noise(), "en")));
        assertEquals("transcription-warming-up", problem.type());
        assertEquals(503, problem.status());
        assertTrue(problem.retryAfter().isPresent());
    }

    private static Optional<Transcript> transcribe(AudioClip clip) {
        return TRANSCRIBER.transcribe(new Utterance(clip, "en-GB"));
    }

    private static String text(AudioClip clip) {
        return transcribe(clip).orElseThrow().text();
    }

    private static AudioClip noise() {
        Random random = new Random(7);
        short[] samples = new short[RATE / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (random.nextGaussian() * 1000);
        }
        return new AudioClip(RATE, samples);
    }
}
