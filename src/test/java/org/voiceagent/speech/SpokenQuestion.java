package org.voiceagent.speech;

import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.speech.control.EmbeddedSynthesizer;
import org.voiceagent.speech.control.SpeechStream;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;

/** What a visitor says, spoken by a machine: the sound that tests put into the microphone. */
public final class SpokenQuestion {

    /** Who speaks. */
    public enum Voice {
        /** The voice the embedded engine answers with. */
        SLT,
        /** One the product does not have: an older machine, and a man. */
        KEVIN
    }

    private static final int RATE = 16_000;
    private static final int PAUSE = RATE * 300 / 1000;

    private static final EmbeddedSynthesizer SLT = new EmbeddedSynthesizer();
    private static final Map<String, AudioClip> SPOKEN = new ConcurrentHashMap<>();

    private SpokenQuestion() {}

    /** The text in this voice at 16 kHz, with 300 ms of silence at either end. */
    public static AudioClip by(Voice voice, String text) {
        AudioClip clip = SPOKEN.computeIfAbsent(voice + text, key -> speak(voice, text));
        return new AudioClip(clip.rate(), clip.samples().clone());
    }

    private static AudioClip speak(Voice voice, String text) {
        AudioClip spoken = (voice == Voice.SLT ? slt(text) : kevin(text)).resampledTo(RATE);
        short[] padded = new short[spoken.samples().length + 2 * PAUSE];
        System.arraycopy(spoken.samples(), 0, padded, PAUSE, spoken.samples().length);
        return new AudioClip(RATE, padded);
    }

    private static AudioClip slt(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SpeechRequest request = new SpeechRequest(text, "default", SpeechFormat.PCM);
        try (SpeechStream speech = SLT.synthesize(request)) {
            byte[] buffer = new byte[8192];
            for (int length = speech.read(buffer); length >= 0; length = speech.read(buffer)) {
                bytes.write(buffer, 0, length);
            }
            return clip(speech.rate(), bytes.toByteArray(), ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static synchronized AudioClip kevin(String text) {
        CollectingPlayer player = new CollectingPlayer();
        Kevin.VOICE.setAudioPlayer(player);
        Kevin.VOICE.speak(text);
        return clip((int) player.getAudioFormat().getSampleRate(), player.bytes(), ByteOrder.BIG_ENDIAN);
    }

    private static AudioClip clip(int rate, byte[] bytes, ByteOrder order) {
        short[] samples = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(order).asShortBuffer().get(samples);
        return new AudioClip(rate, samples);
    }

    /** Taken from its directory, because the usual way searches the disk for voices. */
    private static final class Kevin {
        static final com.sun.speech.freetts.Voice VOICE = load();

        private static com.sun.speech.freetts.Voice load() {
            com.sun.speech.freetts.Voice voice = Arrays.stream(new KevinVoiceDirectory().getVoices())
                    .filter(one -> one.getName().equals("kevin16"))
                    .findFirst()
                    .orElseThrow();
            voice.allocate();
            return voice;
        }
    }
}
