package org.voiceagent.bench;

import java.util.Arrays;
import java.util.List;

/**
 * How long the upstream takes, in milliseconds.
 *
 * @param transcript until a transcript is there
 * @param firstToken until the first token of an answer
 * @param token from each token to the next
 * @param speech until the first byte of a sentence's speech; the rest of it comes at once
 */
record Delays(int transcript, int firstToken, int token, int speech) {

    /** What a good upstream takes. */
    static final Delays REFERENCE = new Delays(300, 350, 20, 200);

    /** So that only the server's own work is left. */
    static final Delays NONE = new Delays(0, 0, 0, 0);

    /** As {@link #toString()} writes them. */
    static Delays parse(String text) {
        List<Integer> all = Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
        return new Delays(all.get(0), all.get(1), all.get(2), all.get(3));
    }

    /** What a written answer takes upstream, from the request to the last token. */
    int answer() {
        return firstToken + (UpstreamText.TOKENS - 1) * token;
    }

    @Override
    public String toString() {
        return transcript + "," + firstToken + "," + token + "," + speech;
    }
}
