package org.voiceagent.conversation.control;

/** Where the sound of one turn goes. Called by the threads of turns: it neither waits nor fails. */
public interface KeptSound extends AutoCloseable {

    /** Where none is kept. */
    KeptSound NONE = new KeptSound() {

        @Override
        public void utterance(byte[] file) {
            // goes by
        }

        @Override
        public void speech(int rate, byte[] pcm) {
            // goes by
        }

        @Override
        public void close() {
            // nothing was kept
        }
    };

    /** @param file what the visitor said, as it arrived; nobody changes it from now on */
    void utterance(byte[] file);

    /**
     * The next piece of the answer's speech.
     *
     * @param rate samples per second
     * @param pcm whole mono samples, signed 16 bit, little endian; nobody changes them from now on
     */
    void speech(int rate, byte[] pcm);

    /** No more speech comes. */
    @Override
    void close();
}
