package org.voiceagent.transcription.control;

import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.MixtureComponent;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Senone;

/** A tied state that asks the frame for its score. */
final class FrameSenone implements Senone {

    private static final long serialVersionUID = 1L;

    private final int number;

    FrameSenone(int number) {
        this.number = number;
    }

    @Override
    public float getScore(Data feature) {
        return ((Frame) feature).score(number);
    }

    @Override
    public long getID() {
        return number;
    }

    @Override
    public float[] calculateComponentScore(Data feature) {
        throw new UnsupportedOperationException("Only whole states are scored");
    }

    @Override
    public MixtureComponent[] getMixtureComponents() {
        throw new UnsupportedOperationException("Only whole states are scored");
    }

    @Override
    public float[] getLogMixtureWeights() {
        throw new UnsupportedOperationException("Only whole states are scored");
    }

    @Override
    public void dump(String message) {
        // Nothing of this state's own could be dumped: its score belongs to the frame.
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FrameSenone senone && senone.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
