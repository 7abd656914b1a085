package org.voiceagent.limits.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.voiceagent.cluster.EntryName;
import org.voiceagent.limits.store.Counters;

/** How much of something one address or session may use in a clock hour. A limit of 0 is none. */
public final class Rates {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Counters counters;
    private final InstantSource clock;
    private final RateLimits limits;

    Rates(Counters counters, InstantSource clock, RateLimits limits) {
        this.counters = counters;
        this.clock = clock;
        this.limits = limits;
    }

    /** @throws TooMany 429 when the address has minted its share of sessions */
    public void countSession(String address) {
        count("sessions", "sessions from this address", EntryName.of(List.of(address)), 1, limits.sessionsPerAddress());
    }

    /** @throws TooMany 429 when the address has made its share of paid calls */
    public void countCall(String address) {
        count("calls", "questions from this address", EntryName.of(List.of(address)), 1, limits.callsPerAddress());
    }

    /** @throws TooMany 429 when the session has had its share of speech made outside of turns */
    public void countCharacters(String session, int characters) {
        count("characters", "characters spoken for this session", session, characters, limits.charactersPerSession());
    }

    /** @throws TooMany 429 when the session has had its share of transcription outside of turns */
    public void countAudio(String session, Duration audio) {
        long seconds = audio.plusMillis(999).toSeconds();
        count("seconds", "seconds of audio of this session", session, seconds, limits.secondsPerSession());
    }

    /** @throws TooMany 429 when the session, or its address, has sent its share of messages to a person */
    public void countHandoff(String address, String session) {
        count("handoffs", "messages of this session", session, 1, limits.handoffsPerSession());
        String from = EntryName.of(List.of(address));
        count("handoffs-address", "messages from this address", from, 1, limits.handoffsPerAddress());
    }

    long charactersOf(String session) {
        return counters.taken(counter("characters", session));
    }

    long secondsOf(String session) {
        return counters.taken(counter("seconds", session));
    }

    private String counter(String kind, String who) {
        return kind + "/" + who + "/" + clock.instant().getEpochSecond() / HOUR.toSeconds();
    }

    private void count(String kind, String what, String who, long amount, long most) {
        if (most == 0) {
            return;
        }
        Instant now = clock.instant();
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        Duration left = Duration.between(now, hour.plus(HOUR));
        if (!counters.count(counter(kind, who), amount, most, left)) {
            throw TooMany.ofRate(what, left);
        }
    }
}
