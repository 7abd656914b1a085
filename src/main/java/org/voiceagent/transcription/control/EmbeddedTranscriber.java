package org.voiceagent.transcription.control;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.transcription.entity.Transcript;
import org.voiceagent.transcription.entity.Utterance;
import org.voiceagent.web.Problem;

/**
 * Transcribes without an upstream: sphinx4 inside this JVM, English only, with a language model made of the knowledge
 * base. Names none of sphinx4's types, so that this class loads where its libraries are left out.
 */
public final class EmbeddedTranscriber implements Transcriber {

    private static final Logger LOG = Logger.getLogger(EmbeddedTranscriber.class.getName());
    private static final String LIBRARY = "edu.cmu.sphinx.linguist.lextree.LexTreeLinguist";
    private static final String MODEL = "edu/cmu/sphinx/models/en-us/en-us/mdef";
    private static final Locale LANGUAGE = Locale.ENGLISH;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOADING = Duration.ofSeconds(5);
    private static final Duration BUSY = Duration.ofSeconds(3);

    private final int recognizers;
    private final double minConfidence;
    private final Callable<Acoustics> models;
    private Optional<Acoustics> acoustics = Optional.empty();
    private volatile Optional<RecognizerPool> pool = Optional.empty();
    private volatile boolean unavailable;
    private volatile boolean closed;

    /**
     * @param recognizers how many utterances are transcribed at once, over 0; each keeps a processor busy and takes
     *     10 MB, beside 120 MB for all
     * @param minConfidence what is less sure, 0 to 1, counts as not said
     */
    public EmbeddedTranscriber(int recognizers, double minConfidence) {
        this(recognizers, minConfidence, Acoustics::load);
    }

    EmbeddedTranscriber(int recognizers, double minConfidence, Callable<Acoustics> models) {
        if (recognizers < 1) {
            throw new IllegalArgumentException("recognizers must be over 0");
        }
        this.recognizers = recognizers;
        this.minConfidence = minConfidence;
        this.models = models;
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
     * Learns the words to expect; takes 3 to 5 seconds and, meanwhile, 100 MB more than it leaves. Until the first
     * call has returned nothing can be transcribed; during a later one the old words serve on, and after it too when it
     * fails. A failure ends here, in the log: whoever calls does so in the background.
     *
     * @param texts sentences, headings, or whole passages of plain text
     */
    public synchronized void learn(List<String> texts) {
        try {
            RecognizerPool learnt = learnt(texts);
            pool = closed ? Optional.empty() : Optional.of(learnt);
            unavailable = false;
        } catch (Exception | Error broken) {
            unavailable = pool.isEmpty();
            LOG.log(
                    Level.WARNING,
                    unavailable
                            ? "The embedded transcription does not load; visitors can type only, until it does or the next start"
                            : "The embedded transcription does not learn the new words; it goes on with the old ones",
                    broken);
        }
    }

    private RecognizerPool learnt(List<String> texts) throws Exception {
        if (acoustics.isEmpty()) {
            acoustics = Optional.of(models.call());
        }
        return new RecognizerPool(acoustics.get(), Lesson.of(texts), recognizers);
    }

    /**
     * {@inheritDoc}
     *
     * @throws Problem {@code language-unsupported} for other languages than English; {@code transcription-warming-up}
     *     before it has learnt; {@code transcription-unavailable} when it could not; {@code transcription-busy} when no
     *     recogniser became free in time
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
        RecognizerPool recognizing = pool.orElseThrow(this::notLoaded);
        short[] samples = utterance.audio().resampledTo(SpeechFeatures.RATE).samples();
        RecognizerPool.Heard heard = recognizing
                .recognise(samples, PATIENCE)
                .orElseThrow(() -> later(
                        "transcription-busy", "Busy", "Too many visitors are speaking at once. Try again.", BUSY));
        if (heard.text().isEmpty() || heard.confidence() < minConfidence) {
            return Optional.empty();
        }
        return Optional.of(
                new Transcript(heard.text(), LANGUAGE.toLanguageTag(), heard.confidence(), heard.wordings()));
    }

    private Problem notLoaded() {
        return unavailable
                ? new Problem(
                        "transcription-unavailable", 503, "Not available", "This server cannot understand speech now.")
                : later("transcription-warming-up", "Warming up", "Speech is understood in a few seconds.", LOADING);
    }

    private static Problem later(String type, String title, String detail, Duration retryAfter) {
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

    @Override
    public boolean unavailable() {
        return unavailable;
    }

    /** Lets go of the models. */
    public void close() {
        closed = true;
        pool = Optional.empty();
    }
}
