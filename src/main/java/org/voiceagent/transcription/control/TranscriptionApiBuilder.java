package org.voiceagent.transcription.control;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.voiceagent.outbound.Limits;
import org.voiceagent.outbound.OutboundSettings;
import org.voiceagent.upstream.Upstream;
import org.voiceagent.upstream.UpstreamProblem;
import org.voiceagent.upstream.UpstreamSettings;

/** Builds the Rest Client from the stage's settings. */
final class TranscriptionApiBuilder {

    private static final int OK = 200;
    private static final int MOST_ERROR_BYTES = 8 * 1024;

    private TranscriptionApiBuilder() {}

    static TranscriptionApi build(Upstream upstream) {
        Limits limits = upstream.settings().limits();
        OutboundSettings outbound = upstream.outbound().settings();
        RestClientBuilder builder = RestClientBuilder.newBuilder()
                .baseUri(upstream.settings().url())
                .followRedirects(false)
                .connectTimeout(limits.connect().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(shorter(limits.firstByte(), limits.whole()).toMillis(), TimeUnit.MILLISECONDS)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .register(new Address(upstream.settings()))
                .register(new Refusals(upstream));
        outbound.proxy().ifPresent(proxy -> builder.proxyAddress(proxy.getHostString(), proxy.getPort()));
        outbound.trust().ifPresent(builder::trustStore);
        return builder.build(TranscriptionApi.class);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Adds the key and the query. */
    private record Address(UpstreamSettings settings) implements ClientRequestFilter {

        @Override
        public void filter(ClientRequestContext request) {
            settings.authorization()
                    .forEach((name, value) -> request.getHeaders().putSingle(name, value));
            request.setUri(settings.endpoint("/audio/transcriptions"));
        }
    }

    /** All but 200 is refused here, redirects included. */
    private record Refusals(Upstream upstream) implements ResponseExceptionMapper<UpstreamProblem> {

        @Override
        public boolean handles(int status, MultivaluedMap<String, Object> headers) {
            return status != OK;
        }

        @Override
        public UpstreamProblem toThrowable(Response response) {
            Optional<String> retryAfter = Optional.ofNullable(response.getHeaderString("Retry-After"));
            return upstream.errors().refusal(response.getStatus(), retryAfter, beginning(response));
        }

        private static byte[] beginning(Response response) {
            if (!response.hasEntity()) {
                return new byte[0];
            }
            try (InputStream body = response.readEntity(InputStream.class)) {
                return body.readNBytes(MOST_ERROR_BYTES);
            } catch (IOException | RuntimeException unread) {
                return new byte[0]; // the status tells enough
            }
        }
    }
}
