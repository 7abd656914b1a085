package org.voiceagent.speech.control;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.speech.entity.Delivery;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;

/**
 * Speaks without an upstream: MaryTTS inside this JVM, in its one voice, an American woman's, whatever voice is asked
 * for. English only. Names none of MaryTTS's types, so that this class loads where its libraries are left out.
 */
public final class EmbeddedSynthesizer implements Synthesizer {

    private static final Logger LOG = Logger.getLogger(EmbeddedSynthesizer.class.getName());
    private static final String ENGINE = "marytts.LocalMaryInterface";
    private static final String WARM_UP = "Hello, and welcome. It takes a sentence or two until speaking is quick.";

    private final Supplier<MaryEngine> models;
    private volatile Optional<MaryEngine> engine = Optional.empty();
    private volatile boolean unavailable;

    public EmbeddedSynthesizer() {
        // no method reference: it would link the class, and so MaryTTS's, at once
        this(() -> MaryEngine.load());
    }

    EmbeddedSynthesizer(Supplier<MaryEngine> models) {
        this.models = models;
    }

    /** Whether the engine's libraries are in this WAR; without them nothing else here may be called. */
    public static boolean available() {
        try {
            Class.forName(ENGINE, false, EmbeddedSynthesizer.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException slim) {
            return false;
        }
    }

    /**
     * Loads the engine and speaks once into the void, 3 to 6 seconds in all. A failure ends here, in the log: whoever
     * calls does so in the background.
     */
    public void load() {
        try (SpeechStream speech = loaded().speak(WARM_UP, Delivery.NORMAL_SPEED)) {
            byte[] buffer = new byte[8192];
            while (speech.read(buffer) >= 0) {
                // Only the way there counts.
            }
        } catch (RuntimeException | Error broken) {
            unavailable = engine.isEmpty();
            LOG.log(
                    Level.WARNING,
                    "The embedded speech does not load; answers come in writing only, until the next start",
                    broken);
        }
    }

    /** {@inheritDoc} Loads the engine first where that has not happened yet. */
    @Override
    public SpeechStream synthesize(SpeechRequest request) {
        FormatNotSpoken.unless(formats(), request.format());
        return loaded().speak(SpokenText.of(request.text()), request.speed());
    }

    @Override
    public Set<SpeechFormat> formats() {
        return Set.of(SpeechFormat.PCM);
    }

    @Override
    public String engine() {
        return "embedded";
    }

    @Override
    public boolean ready() {
        return engine.isPresent();
    }

    @Override
    public boolean unavailable() {
        return unavailable;
    }

    private synchronized MaryEngine loaded() {
        if (unavailable) {
            throw new SpeechUnavailable("The embedded speech engine did not load.");
        }
        if (engine.isEmpty()) {
            engine = Optional.of(models.get());
        }
        return engine.get();
    }
}
