package org.voiceagent.transcription.control;

import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.voiceagent.outbound.OutboundFailure;
import org.voiceagent.upstream.Upstream;
import org.voiceagent.upstream.UpstreamProblem;
import org.voiceagent.upstream.UpstreamProblem.Kind;

/** One try of a call, with its failures in the upstream's words. */
final class TranscriptionApiCall {

    private final Upstream upstream;
    private final TranscriptionApi api;

    TranscriptionApiCall(Upstream upstream) {
        this.upstream = upstream;
        this.api = TranscriptionApiBuilder.build(upstream);
    }

    TranscriptionReply send(String contentType, byte[] body, Duration left) {
        long deadline = System.nanoTime() + left.toNanos();
        try (InputStream answer = api.transcribe(contentType, body)) {
            return TranscriptionReply.read(answer, deadline)
                    .orElseThrow(() -> upstream.errors().wrongContent());
        } catch (IOException broken) {
            throw problem(broken, Kind.CUT);
        } catch (ProcessingException failed) {
            throw problem(failed, Kind.FAILED);
        }
    }

    private UpstreamProblem problem(Exception failure, Kind otherwise) {
        if (causedBy(failure, SocketTimeoutException.class)) {
            return new UpstreamProblem(Kind.TIMEOUT, failure);
        }
        if (causedBy(failure, ConnectException.class) || causedBy(failure, UnknownHostException.class)) {
            return upstream.errors().unanswered(new OutboundFailure(OutboundFailure.Kind.UNREACHABLE, failure));
        }
        // not worth another try: the connection under the client has sent the request twice already
        return new UpstreamProblem(otherwise, failure);
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }
}
