package org.voiceagent.speech.control;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioInputStream;
import marytts.server.Mary;
import org.apache.log4j.Logger;
import org.apache.log4j.varia.NullAppender;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.voiceagent.audio.Resampler;

/**
 * MaryTTS, loaded once per class loader, as its state is static. It analyses a sentence at once and then makes the
 * sound as it is read, in a thread of its own.
 *
 * <p>Every sentence being spoken has a lane, a thread group: MaryTTS gives no handle on its thread, but starts it in
 * the group of the thread that asks, and interrupting the group ends both. There are as many lanes as cores.
 */
class MaryEngine {

    /**
     * Half of what the voice was made at: keeps the 8 to 12 kHz that its hisses have (a 24 dB fainter part, lost at
     * 16 kHz), leaves out what is 34 dB down, and is the rate of upstream speech too, so that all downstream knows one.
     */
    private static final int RATE = 24_000;

    /** 43 ms of sound. */
    private static final int READ_BYTES = 4096;

    private static final long PATIENCE_SECONDS = 20;

    private final MarySentences sentences;
    private final BlockingQueue<ThreadGroup> lanes;

    private MaryEngine(MarySentences sentences, int lanes) {
        this.sentences = sentences;
        this.lanes = new ArrayBlockingQueue<>(lanes, true);
        for (int i = 1; i <= lanes; i++) {
            this.lanes.add(new ThreadGroup("speech-" + i));
        }
    }

    static MaryEngine load() {
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        // MaryTTS finds its voices and languages by the context class loader, which may be the server's.
        current.setContextClassLoader(MaryEngine.class.getClassLoader());
        try {
            silence();
            if (Mary.currentState() == Mary.STATE_OFF) {
                // Without its shutdown hook, which would hold on to an application that was long undeployed.
                Mary.startup(false);
            }
            return new MaryEngine(new MarySentences(), Runtime.getRuntime().availableProcessors());
        } catch (Exception | LinkageError broken) {
            throw new SpeechUnavailable("The embedded speech engine does not load.", broken);
        } finally {
            current.setContextClassLoader(before);
        }
    }

    /**
     * It logs words of the sentences it speaks. The appender makes it believe that logging is set up: otherwise it
     * opens a log file in the working directory. The level has to be set on the core behind its old interface, where
     * loggers that come later take it over.
     */
    private static void silence() {
        Configurator.setRootLevel(Level.OFF);
        Logger.getRootLogger().addAppender(new NullAppender());
    }

    /**
     * Returns when the first sound is there.
     *
     * @param speed 1 is normal
     */
    SpeechStream speak(String text, double speed) {
        if (text.isEmpty()) {
            return MadeSpeech.nothing(RATE);
        }
        ThreadGroup lane = lane();
        MadeSpeech speech = new MadeSpeech(RATE, lane::interrupt);
        Thread speaker =
                new Thread(lane, () -> speakInto(speech, () -> sentences.audio(text, speed), lane), lane.getName());
        speaker.setDaemon(true);
        speaker.setContextClassLoader(MaryEngine.class.getClassLoader());
        try {
            speaker.start();
        } catch (OutOfMemoryError noThread) {
            lanes.add(lane);
            throw new SpeechUnavailable("The embedded speech engine has no thread left.", noThread);
        }
        speech.awaitStart();
        return speech;
    }

    private ThreadGroup lane() {
        try {
            ThreadGroup lane = lanes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (lane == null) {
                throw new SpeechUnavailable("The embedded speech engine is busy.");
            }
            return lane;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SpeechUnavailable("Interrupted before the engine was free.", stopped);
        }
    }

    private void speakInto(MadeSpeech speech, Callable<AudioInputStream> sound, ThreadGroup lane) {
        try (AudioInputStream audio = sound.call()) {
            Resampler resampler = new Resampler((int) audio.getFormat().getSampleRate(), RATE);
            byte[] buffer = new byte[READ_BYTES];
            // Its stream says -1 to a read of nothing, so readAllBytes() would take the first piece for all.
            for (int length = audio.read(buffer); length > 0 && speech.isWanted(); length = audio.read(buffer)) {
                speech.add(resampler.push(samples(buffer, length)));
            }
            speech.add(resampler.end());
        } catch (Exception | AssertionError | LinkageError | StackOverflowError broken) {
            speech.fail(new SpeechUnavailable("The embedded speech engine cannot speak this sentence.", broken));
        } finally {
            speech.end();
            lanes.add(lane);
        }
    }

    private static short[] samples(byte[] bytes, int length) {
        short[] samples = new short[length / Short.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }
}
