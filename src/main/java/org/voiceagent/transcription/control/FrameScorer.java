package org.voiceagent.transcription.control;

import edu.cmu.sphinx.decoder.scorer.AcousticScorer;
import edu.cmu.sphinx.decoder.scorer.Scoreable;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.endpoint.SpeechEndSignal;
import edu.cmu.sphinx.util.props.PropertySheet;
import java.util.Iterator;
import java.util.List;

/** Hands the frames of an utterance to the search, one by one. */
final class FrameScorer implements AcousticScorer {

    private Iterator<Frame> frames = List.<Frame>of().iterator();

    void listenTo(List<Frame> utterance) {
        frames = utterance.iterator();
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
