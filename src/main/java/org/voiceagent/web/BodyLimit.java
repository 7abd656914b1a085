package org.voiceagent.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.function.IntConsumer;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.configuration.Settings;

/**
 * Refuses bodies over the limit: at once when Content-Length tells, else at the byte that is too many. The server's own
 * limit is no help, it answers a chunked body with 500 and HTML. Uploads must find {@link UploadRoom} as well.
 */
@Provider
@ApplicationScoped
public class BodyLimit implements ContainerRequestFilter, ContainerResponseFilter {

    /** Boundaries and headers around an upload. */
    static final int MULTIPART_BYTES = 16 * 1024;
    /** Room for a history of forty messages at the longest question each, in UTF-8. */
    private static final int MOST_JSON_BYTES = 512 * 1024;

    /** The property of a call that has a limit of its own, in bytes; see {@link OwnBodyLimits}. */
    static final String OWN = BodyBytes.class.getName();

    private static final String PLACE = UploadRoom.Place.class.getName();

    @Inject
    private Config config;

    @Inject
    private UploadRoom room;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getProperty(OWN) instanceof Integer most) {
            limit(request, most, bytes -> {});
        } else if (isUpload(request.getMediaType())) {
            UploadRoom.Place place = room.place();
            request.setProperty(PLACE, place);
            limit(request, new Settings(config).number("voice.audio.max-bytes", 1) + MULTIPART_BYTES, place::take);
        } else {
            limit(request, MOST_JSON_BYTES, bytes -> {});
        }
    }

    /** Also runs for what a resource threw, and when the answer comes later on another thread. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(PLACE) instanceof UploadRoom.Place place) {
            place.close();
        }
    }

    private static void limit(ContainerRequestContext request, int most, IntConsumer arrived) {
        if (request.getLength() > most) {
            throw new BodyTooLarge(most);
        }
        request.setEntityStream(new LimitedStream(request.getEntityStream(), most, arrived));
    }

    private static boolean isUpload(MediaType type) {
        return type != null
                && (type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE) || "audio".equals(type.getType()));
    }
}
