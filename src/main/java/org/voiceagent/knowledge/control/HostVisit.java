package org.voiceagent.knowledge.control;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.voiceagent.outbound.AddressRefused;
import org.voiceagent.outbound.ForeignPages;
import org.voiceagent.outbound.OutboundFailure;
import org.voiceagent.outbound.OutboundStream;

/** The requests to one host in one fetching: one after the other, with pauses, and none any more when it has enough. */
final class HostVisit {

    /** Failures in a row, after which it is taken for dead. */
    private static final int MOST_FAILURES = 3;

    private static final int CHUNK = 8192;

    private final ForeignPages pages;
    private final WebSettings settings;
    private final Pacing pacing;
    private Duration pause;
    private Optional<Long> lastEnd = Optional.empty();
    private Optional<String> leftAlone = Optional.empty();
    private Optional<Robots> robots = Optional.empty();
    private int failures;

    HostVisit(ForeignPages pages, WebSettings settings, Pacing pacing) {
        this.pages = pages;
        this.settings = settings;
        this.pacing = pacing;
        this.pause = settings.pause();
    }

    /** Empty until it has been asked. */
    Optional<Robots> robots() {
        return robots;
    }

    void obey(Robots rules) {
        robots = Optional.of(rules);
        pause = rules.pause(settings.pause());
    }

    /** No further request, for this reason. */
    void leaveAlone(String why) {
        leftAlone = Optional.of(why);
    }

    /** @param most bytes of the body; more is a failure */
    WebAnswer whole(URI url, Map<String, String> headers, int most) {
        return asked(url, headers, most + 1, most);
    }

    /** @param most bytes of the body; more is left out */
    WebAnswer beginning(URI url, Map<String, String> headers, int most) {
        return asked(url, headers, most, most + CHUNK);
    }

    /** @throws NotFetched when there is to be no further request */
    void requireOpen() {
        if (leftAlone.isPresent()) {
            throw new NotFetched(leftAlone.get());
        }
    }

    private WebAnswer asked(URI url, Map<String, String> headers, int read, int most) {
        requireOpen();
        pacing.await(untilNext());
        try (OutboundStream stream = pages.get(url, headers, settings.limits(), most)) {
            byte[] body = WebAnswer.succeeds(stream.status()) ? stream.readAtMost(read) : new byte[0];
            failures = 0;
            WebAnswer answer = new WebAnswer(url, stream.status(), stream::headers, body);
            if (answer.tooMuch()) {
                leaveAlone(
                        "Its host answered with status " + answer.status() + " and is left alone until the next time.");
            }
            return answer;
        } catch (AddressRefused refused) {
            throw new NotFetched("Its host " + refused.getMessage() + ".");
        } catch (OutboundFailure failure) {
            throw failed(failure, most);
        } finally {
            lastEnd = Optional.of(System.nanoTime());
        }
    }

    private Duration untilNext() {
        return lastEnd.map(end -> pause.minusNanos(System.nanoTime() - end))
                .filter(left -> !left.isNegative())
                .orElse(Duration.ZERO);
    }

    private RuntimeException failed(OutboundFailure failure, int most) {
        String why = switch (failure.kind()) {
            case CANCELLED -> throw new FetchingStopped("the server stops");
            case TOO_LARGE -> "It is larger than " + most + " bytes.";
            case UNREACHABLE -> "Its host cannot be reached.";
            case BROKEN -> "The connection broke.";
            case CONNECT_TIMEOUT, FIRST_BYTE_TIMEOUT, SILENCE_TIMEOUT, WHOLE_TIMEOUT -> "Its host took too long.";
        };
        if (failure.kind() != OutboundFailure.Kind.TOO_LARGE && ++failures == MOST_FAILURES) {
            leaveAlone("Its host did not answer " + MOST_FAILURES + " times and is left alone until the next time.");
        }
        return new NotFetched(why);
    }
}
