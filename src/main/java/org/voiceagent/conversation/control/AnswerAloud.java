package org.voiceagent.conversation.control;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.voiceagent.conversation.entity.TurnEvent;
import org.voiceagent.speech.control.SpeechStream;
import org.voiceagent.speech.control.Synthesizer;
import org.voiceagent.speech.entity.Delivery;
import org.voiceagent.speech.entity.SpeechFormat;
import org.voiceagent.speech.entity.SpeechRequest;
import org.voiceagent.web.Problem;

/**
 * Speaks an answer while it is written. One thread begins the sentences, a few ahead, another passes on their sound in
 * order, each piece as it comes; so a sentence's first sound does not wait for the end of the one before it. When the voice
 * fails the answer goes on in writing.
 */
final class AnswerAloud implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(AnswerAloud.class.getName());

    /** Sentences begun and not passed on yet; what is begun is paid. */
    private static final int AHEAD = 2;

    private static final int PIECE_BYTES = 4096;

    /** What the threads hand on to each other; the last one has neither speech nor problem. */
    private record Begun(int index, Optional<SpeechStream> speech, Optional<String> problem) {

        boolean end() {
            return speech.isEmpty() && problem.isEmpty();
        }
    }

    private record Words(int index, String text) {}

    private static final Words END = new Words(-1, "");

    private final Synthesizer synthesizer;
    private final Delivery delivery;
    private final TurnStopwatch watch;
    private final TurnListener listener;
    private final BlockingQueue<Words> written = new LinkedBlockingQueue<>();
    private final BlockingQueue<Begun> begun = new ArrayBlockingQueue<>(AHEAD);
    private final AtomicInteger billedCharacters = new AtomicInteger();
    private final AtomicInteger fromCache = new AtomicInteger();
    private final Work beginning;
    private final Work passing;
    private volatile boolean silent;

    AnswerAloud(
            Synthesizer synthesizer,
            Delivery delivery,
            TurnThreads threads,
            TurnStopwatch watch,
            TurnListener listener) {
        this.synthesizer = synthesizer;
        this.delivery = delivery;
        this.watch = watch;
        this.listener = listener;
        this.beginning = threads.beside(this::begin);
        this.passing = threads.beside(this::passOn);
    }

    void say(int index, String sentence) {
        written.add(new Words(index, sentence));
    }

    /** Returns when all of it has been passed on. */
    void finish() {
        written.add(END);
        passing.await();
    }

    /** Characters an upstream bills. */
    int billedCharacters() {
        return billedCharacters.get();
    }

    /** Sentences that nobody had to speak. */
    int fromCache() {
        return fromCache.get();
    }

    /** Silence at once, from any thread. */
    void hush() {
        silent = true;
        beginning.interrupt();
        passing.interrupt();
    }

    /** Ends what is still under way, and waits for it: then all that is billed is known. */
    @Override
    public void close() {
        hush();
        beginning.await();
        passing.await();
        for (Begun left = begun.poll(); left != null; left = begun.poll()) {
            left.speech().ifPresent(this::finished);
        }
    }

    private void begin() {
        try {
            Words next = written.take();
            while (next != END && !silent && !listener.gone()) {
                begun.put(begun(next));
                next = written.take();
            }
            begun.put(new Begun(0, Optional.empty(), Optional.empty()));
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
    }

    private Begun begun(Words sentence) {
        try {
            watch.speechAsked();
            SpeechRequest request = new SpeechRequest(sentence.text(), delivery, SpeechFormat.PCM);
            return new Begun(sentence.index(), Optional.of(synthesizer.synthesize(request)), Optional.empty());
        } catch (RuntimeException failure) {
            return new Begun(sentence.index(), Optional.empty(), Optional.of(type(failure)));
        }
    }

    private void passOn() {
        try {
            for (Begun next = begun.take(); !next.end(); next = begun.take()) {
                passOn(next);
            }
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
        }
    }

    private void passOn(Begun sentence) {
        if (sentence.speech().isEmpty()) {
            unspoken(sentence.index(), sentence.problem().orElseThrow());
            return;
        }
        SpeechStream speech = sentence.speech().get();
        try {
            passOn(sentence.index(), speech);
        } catch (RuntimeException failure) {
            unspoken(sentence.index(), type(failure));
        } finally {
            finished(speech);
        }
    }

    private void passOn(int index, SpeechStream speech) {
        byte[] buffer = new byte[PIECE_BYTES];
        int part = 0;
        for (int count = speech.read(buffer); count >= 0; count = speech.read(buffer)) {
            if (silent || listener.gone()) {
                return;
            }
            watch.audioCame();
            listener.accept(new TurnEvent.Audio(index, ++part, false, speech.rate(), Arrays.copyOf(buffer, count)));
        }
        if (!silent) {
            listener.accept(new TurnEvent.Audio(index, ++part, true, speech.rate(), new byte[0]));
        }
    }

    private void unspoken(int index, String problem) {
        if (!silent) {
            silent = true;
            listener.accept(new TurnEvent.Unspoken(index, problem));
        }
    }

    private String type(RuntimeException failure) {
        if (failure instanceof Problem problem) {
            return problem.type();
        }
        if (!silent) {
            LOG.log(Level.SEVERE, "a sentence could not be spoken", failure);
        }
        return Problem.INTERNAL_ERROR;
    }

    private void finished(SpeechStream speech) {
        speech.close();
        billedCharacters.addAndGet(speech.billedCharacters());
        fromCache.addAndGet(speech.cached() ? 1 : 0);
    }
}
