package org.voiceagent.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes when it is moved. */
public final class HandClock implements InstantSource {

    private volatile Instant now;

    public HandClock(String start) {
        now = Instant.parse(start);
    }

    public void move(Duration on) {
        now = now.plus(on);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
