package org.voiceagent.speech.control;

import java.util.Optional;
import java.util.Set;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;

/**
 * Speaks without an upstream: MaryTTS inside this JVM, in its one voice, an American woman's, whatever voice is asked
 * for. English only. Names none of MaryTTS's types, so that this class loads where its libraries are left out.
 */
public final class EmbeddedSynthesizer implements Synthesizer {

    private static final String ENGINE = "marytts.LocalMaryInterface";
    private static final String WARM_UP = "Hello, and welcome. It takes a sentence or two until speaking is quick.";

    private volatile Optional<MaryEngine> engine = Optional.empty();

    /** Whether the engine's libraries are in this WAR; without them nothing else here may be called. */
    public static boolean available() {
        try {
            Class.forName(ENGINE, false, EmbeddedSynthesizer.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException slim) {
            return false;
        }
    }

    /** Loads the engine and speaks once into the void, 3 to 6 seconds in all; does nothing when it is loaded. */
    public void load() {
        if (engine.isEmpty()) {
            MaryEngine loaded = loaded();
            try (SpeechStream speech = loaded.speak(WARM_UP)) {
                byte[] buffer = new byte[8192];
                while (speech.read(buffer) >= 0) {
                    // Only the way there counts.
                }
            }
        }
    }

    /** {@inheritDoc} Loads the engine first where that has not happened yet. */
    @Override
    public SpeechStream synthesize(SpeechRequest request) {
        if (!formats().contains(request.format())) {
            throw new FormatNotSpoken(request.format());
        }
        return loaded().speak(SpokenText.of(request.text()));
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

    private synchronized MaryEngine loaded() {
        if (engine.isEmpty()) {
            engine = Optional.of(MaryEngine.load());
        }
        return engine.get();
    }
}
