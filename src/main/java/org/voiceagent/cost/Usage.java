package org.voiceagent.cost;

/**
 * What one answer consumed upstream, in tokens as the upstream counted them.
 *
 * @param input tokens of the prompt, cached ones included
 * @param cachedInput the part of {@code input} that the upstream read from its cache
 * @param output tokens of the response
 */
public record Usage(int input, int cachedInput, int output) {

    public static final Usage NONE = new Usage(0, 0, 0);

    /** All tokens. */
    public int total() {
        return input + output;
    }
}
