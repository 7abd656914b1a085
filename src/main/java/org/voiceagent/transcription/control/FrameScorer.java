package org.voiceagent.transcription.control;

import edu.cmu.sphinx.decoder.scorer.AcousticScorer;
import edu.cmu.sphinx.decoder.scorer.Scoreable;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.endpoint.SpeechEndSignal;
import edu.cmu.sphinx.util.props.PropertySheet;
import java.util.Iterator;
import java.util.List;

/**
 * Hands the frames of an utterance to the search, one by one, and to the phones beside it. Ends the utterance when the
 * thread is interrupted.
 */
final class FrameScorer implements AcousticScorer {

    private final PhoneLoop phones;
    private Iterator<Frame> frames = List.<Frame>of().iterator();
    private PhoneLoop.Walk walk;

    FrameScorer(PhoneLoop phones) {
        this.phones = phones;
        this.walk = phones.walk();
    }

    void listenTo(List<Frame> utterance) {
        frames = utterance.iterator();
        walk = phones.walk();
    }

    /** What mere phones make of the frames handed out so far. */
    PhoneLoop.Walk walk() {
        return walk;
    }

    /** The best candidate, or what tells the search that the utterance is over. */
    @Override
    public Data calculateScores(List<? extends Scoreable> candidates) {
        if (!frames.hasNext() || candidates.isEmpty() || Thread.currentThread().isInterrupted()) {
            return new SpeechEndSignal();
        }
        Frame frame = frames.next();
        Scoreable best = null;
        for (Scoreable candidate : candidates) {
            candidate.calculateScore(frame);
            if (best == null || candidate.getScore() > best.getScore()) {
                best = candidate;
            }
        }
        walk.hear(frame);
        frame.forget();
        return best;
    }

    @Override
    public Data calculateScoresAndStoreData(List<? extends Scoreable> candidates) {
        throw new UnsupportedOperationException("Only a search that looks ahead needs it");
    }

    @Override
    public void startRecognition() {
        // The frames are set before.
    }

    @Override
    public void stopRecognition() {
        frames = List.<Frame>of().iterator();
    }

    @Override
    public void allocate() {
        // Holds nothing.
    }

    @Override
    public void deallocate() {
        // Holds nothing.
    }

    @Override
    public void newProperties(PropertySheet properties) {
        throw new UnsupportedOperationException("Built by its constructor");
    }
}
