package org.voiceagent.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;

/**
 * Refuses bodies over the limit: at once when Content-Length tells, else at the byte that is too many. The server's own
 * limit is no help, it answers a chunked body with 500 and HTML.
 */
@Provider
@ApplicationScoped
public class BodyLimit implements ContainerRequestFilter {

    /** Room for a history of forty messages at the longest question each, in UTF-8. */
    private static final int MOST_JSON_BYTES = 512 * 1024;
    /** Boundaries and headers around an upload. */
    private static final int MULTIPART_BYTES = 16 * 1024;

    @Inject
    private Config config;

    @Override
    public void filter(ContainerRequestContext request) {
        int most = mostBytes(request.getMediaType());
        if (request.getLength() > most) {
            throw new BodyTooLarge(most);
        }
        request.setEntityStream(new LimitedStream(request.getEntityStream(), most));
    }

    private int mostBytes(MediaType type) {
        boolean upload = type != null
                && (type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE) || "audio".equals(type.getType()));
        return upload ? new Settings(config).number("voice.audio.max-bytes", 1) + MULTIPART_BYTES : MOST_JSON_BYTES;
    }
}
