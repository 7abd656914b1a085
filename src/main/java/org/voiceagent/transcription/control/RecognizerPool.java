package org.voiceagent.transcription.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.voiceagent.knowledge.entity.Wording;

/** Recognisers that have learnt the same lesson; each serves one utterance at a time. */
final class RecognizerPool {

    private final Acoustics acoustics;
    private final Spelling spelling;
    private final BlockingQueue<SpeechSearch> free;

    RecognizerPool(Acoustics acoustics, Lesson lesson, int recognizers) {
        this.acoustics = acoustics;
        this.spelling = lesson.spelling();
        List<SpeechSearch> all = new ArrayList<>();
        for (int i = 0; i < recognizers; i++) {
            all.add(new SpeechSearch(acoustics, language(lesson)));
        }
        free = new ArrayBlockingQueue<>(recognizers, true, all);
    }

    private SphinxLanguage language(Lesson lesson) {
        Map<String, List<String>> pronunciations = lesson.pronunciations();
        return new SphinxLanguage(
                lesson.model(), pronunciations, acoustics.phones().units());
    }

    /**
     * What was heard.
     *
     * @param text empty when nothing was said
     * @param confidence 0 to 1
     * @param wordings what may have been said, the text first; none when nothing was said
     */
    record Heard(String text, double confidence, List<Wording> wordings) {

        private static final Heard NOTHING = new Heard("", 0, List.of());
    }

    /**
     * Empty when no recogniser became free in time.
     *
     * @param samples at {@link SpeechFeatures#RATE}
     * @throws CancellationException when the thread is interrupted
     */
    Optional<Heard> recognise(short[] samples, Duration patience) {
        SpeechSearch recognizer;
        try {
            recognizer = free.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw cancelled();
        }
        if (recognizer == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(recognise(samples, recognizer));
        } finally {
            free.add(recognizer);
        }
    }

    private Heard recognise(short[] samples, SpeechSearch recognizer) {
        List<Frame> frames = VocalTract.fitting(samples, acoustics);
        if (frames.isEmpty()) {
            return Heard.NOTHING;
        }
        SpeechSearch.Path path = recognizer.best(frames);
        if (Thread.currentThread().isInterrupted()) {
            throw cancelled();
        }
        if (path.words().isEmpty()) {
            return Heard.NOTHING;
        }
        String text = spelling.write(path.words());
        return new Heard(text, Confidence.of(path), wordings(text, path.readings()));
    }

    private List<Wording> wordings(String text, List<SpeechSearch.Reading> readings) {
        List<Wording> wordings = readings.stream()
                .filter(reading -> !reading.words().isEmpty())
                .map(reading -> new Wording(spelling.write(reading.words()), reading.share()))
                .toList();
        return wordings.isEmpty() ? Wording.only(text) : wordings;
    }

    private static CancellationException cancelled() {
        return new CancellationException("The utterance is no longer wanted");
    }
}
