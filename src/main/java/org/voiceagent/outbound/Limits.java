package org.voiceagent.outbound;

import java.time.Duration;
import java.util.List;

/**
 * How long one outbound call may take; all over zero.
 *
 * @param connect until the connection stands
 * @param firstByte from the start until the answer's headers, connecting included
 * @param silence between two bytes of the body
 * @param whole from the start to the last byte
 */
public record Limits(Duration connect, Duration firstByte, Duration silence, Duration whole) {

    public Limits {
        for (Duration limit : List.of(connect, firstByte, silence, whole)) {
            if (limit.isNegative() || limit.isZero()) {
                throw new IllegalArgumentException("limits must be over zero");
            }
        }
    }

    /** The same limits, but with no more than {@code left} for the whole call. */
    public Limits within(Duration left) {
        return left.compareTo(whole) < 0 ? new Limits(connect, firstByte, silence, left) : this;
    }
}
