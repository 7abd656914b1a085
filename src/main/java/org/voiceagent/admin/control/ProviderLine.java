package org.voiceagent.admin.control;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.voiceagent.outbound.Limits;
import org.voiceagent.outbound.Outbound;
import org.voiceagent.outbound.OutboundFailure;
import org.voiceagent.outbound.OutboundRequest;
import org.voiceagent.outbound.OutboundStream;

/** The calls to the identity provider, by the way out that all calls take; tells in the log when it falls silent and when it is back. */
final class ProviderLine implements HTTPRequestSender, ResourceRetriever {

    private static final Logger LOG = Logger.getLogger(ProviderLine.class.getName());
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));
    private static final int MOST_BYTES = 262_144;
    private static final int FIRST_SERVER_ERROR = 500;

    /** How the provider was, the last time it was asked. */
    enum Reach {
        NOT_ASKED,
        ANSWERS,
        SILENT
    }

    private final Outbound outbound;
    private final AtomicReference<Reach> reach = new AtomicReference<>(Reach.NOT_ASKED);

    ProviderLine(Outbound outbound) {
        this.outbound = outbound;
    }

    /** Whether the provider, or what stands before it, says that it cannot answer: as good as silence. */
    static boolean failed(int status) {
        return status >= FIRST_SERVER_ERROR;
    }

    Reach reach() {
        return reach.get();
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        Map<String, String> headers = request.getHeaderMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(",", header.getValue())));
        String body = Optional.ofNullable(request.getBody()).orElse("");
        return answer(new OutboundRequest(
                request.getMethod().name(), request.getURI(), headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        HTTPResponse answer =
                answer(OutboundRequest.get(URI.create(url.toString()), Map.of("Accept", "application/json")));
        if (answer.getStatusCode() != HTTPResponse.SC_OK) {
            throw new IOException("status " + answer.getStatusCode());
        }
        return new Resource(answer.getBody(), answer.getHeaderValue("Content-Type"));
    }

    private HTTPResponse answer(OutboundRequest request) throws IOException {
        try (OutboundStream stream = outbound.open(request, LIMITS, MOST_BYTES)) {
            HTTPResponse answer = new HTTPResponse(stream.status());
            stream.header("Content-Type").ifPresent(type -> answer.setHeader("Content-Type", type));
            answer.setBody(new String(stream.readAtMost(MOST_BYTES), StandardCharsets.UTF_8));
            if (failed(stream.status())) {
                told(Reach.SILENT, request, "status " + stream.status());
            } else {
                told(Reach.ANSWERS, request, "");
            }
            return answer;
        } catch (OutboundFailure failure) {
            told(Reach.SILENT, request, failure.kind().toString());
            throw new IOException(failure);
        }
    }

    private void told(Reach now, OutboundRequest request, String why) {
        Reach before = reach.getAndSet(now);
        if (now == Reach.SILENT && before != now) {
            LOG.warning("admin sign-in: the identity provider does not answer: " + request + " " + why);
        } else if (now == Reach.ANSWERS && before == Reach.SILENT) {
            LOG.info("admin sign-in: the identity provider answers again");
        }
    }
}
