package org.voiceagent.transcription.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.voiceagent.transcription.entity.Transcript;
import org.voiceagent.transcription.entity.Utterance;
import org.voiceagent.web.Problem;

/**
 * Transcribes without an upstream: sphinx4 inside this JVM, English only, with a language model made of the knowledge
 * base. Names none of sphinx4's types, so that this class loads where its libraries are left out.
 */
public final class EmbeddedTranscriber implements Transcriber {

    private static final String LIBRARY = "edu.cmu.sphinx.linguist.lextree.LexTreeLinguist";
    private static final String MODEL = "edu/cmu/sphinx/models/en-us/en-us/mdef";
    private static final Locale LANGUAGE = Locale.ENGLISH;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOADING = Duration.ofSeconds(5);
    private static final Duration BUSY = Duration.ofSeconds(3);

    private final int recognizers;
    private final double minConfidence;
    private Optional<Acoustics> acoustics = Optional.empty();
    private volatile Optional<RecognizerPool> pool = Optional.empty();
    private volatile boolean closed;

    /**
     * @param recognizers how many utterances are transcribed at once, over 0; each takes a processor and 15 MB
     * @param minConfidence what is less sure, 0 to 1, counts as not said
     */
    public EmbeddedTranscriber(int recognizers, double minConfidence) {
        if (recognizers < 1) {
            throw new IllegalArgumentException("recognizers must be over 0");
        }
        this.recognizers = recognizers;
        this.minConfidence = minConfidence;
    }

    /** Whether the engine's libraries are in this WAR; without them nothing else here may be called. */
    public static boolean available() {
        ClassLoader loader = EmbeddedTranscriber.class.getClassLoader();
        try {
            Class.forName(LIBRARY, false, loader);
            return loader.getResource(MODEL) != null;
        } catch (ClassNotFoundException slim) {
            return false;
        }
    }

    /**
     * Learns the words to expect; takes 3 to 5 seconds. Until the first call has returned nothing can be transcribed;
     * during a later one the old words serve on.
     *
     * @param texts sentences, headings, or whole passages of plain text
     */
    public synchronized void learn(List<String> texts) {
        try {
            if (acoustics.isEmpty()) {
                acoustics = Optional.of(Acoustics.load());
            }
            RecognizerPool learnt = new RecognizerPool(acoustics.get(), Lesson.of(texts), recognizers);
            pool = closed ? Optional.empty() : Optional.of(learnt);
        } catch (IOException e) {
            throw new UncheckedIOException("The models of the embedded transcription cannot be read", e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws Problem {@code language-unsupported} for other languages than English; {@code transcription-warming-up}
     *     before it has learnt; {@code transcription-busy} when no recogniser became free in time
     */
    @Override
    public Optional<Transcript> transcribe(Utterance utterance) {
        if (!Locale.forLanguageTag(utterance.language()).getLanguage().equals(LANGUAGE.getLanguage())) {
            throw new Problem(
                    "language-unsupported",
                    422,
                    "Language not supported",
                    "This server understands spoken English only.");
        }
        RecognizerPool recognizing = pool.orElseThrow(() -> unavailable(
                "transcription-warming-up", "Warming up", "Speech is understood in a few seconds.", LOADING));
        short[] samples = utterance.audio().resampledTo(SpeechFeatures.RATE).samples();
        RecognizerPool.Heard heard = recognizing
                .recognise(samples, PATIENCE)
                .orElseThrow(() -> unavailable(
                        "transcription-busy", "Busy", "Too many visitors are speaking at once. Try again.", BUSY));
        if (heard.text().isEmpty() || heard.confidence() < minConfidence) {
            return Optional.empty();
        }
        return Optional.of(new Transcript(heard.text(), LANGUAGE.toLanguageTag(), heard.confidence()));
    }

    private static Problem unavailable(String type, String title, String detail, Duration retryAfter) {
        return new Problem(type, 503, title, detail, Optional.of(retryAfter));
    }

    @Override
    public String engine() {
        return "embedded";
    }

    @Override
    public boolean ready() {
        return pool.isPresent();
    }

    /** Lets go of the models. */
    public void close() {
        closed = true;
        pool = Optional.empty();
    }
}
