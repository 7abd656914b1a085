package org.voiceagent.recordings.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.recordings.entity.KeptRecording;
import org.voiceagent.recordings.entity.RecordingName;
import org.voiceagent.recordings.store.RecordingStores;

/** Recordings as they leave the store. */
@ApplicationScoped
public class Playing {

    private static final String RANGE = "Range";

    @Inject
    private RecordingStores stores;

    /** None where nothing is recorded. */
    List<KeptRecording> of(SessionRef session) {
        return RecordingsUnreachable.told(
                () -> stores.store().map(store -> store.of(session)).orElse(List.of()));
    }

    /**
     * The whole, or a part that is asked for.
     *
     * @throws NothingRecorded when there is no such recording
     */
    Response sound(SessionRef session, String file, HttpHeaders headers) {
        RecordingName name = RecordingName.parse(session, file).orElseThrow(NothingRecorded::new);
        byte[] sound = RecordingsUnreachable.told(() -> stores.store().flatMap(store -> store.read(name)))
                .orElseThrow(NothingRecorded::new);
        return Optional.ofNullable(headers.getHeaderString(RANGE))
                .flatMap(asked -> SoundRange.of(asked, sound.length))
                .map(range -> part(sound, range))
                .orElseGet(() -> Response.ok(sound))
                .type(name.mediaType())
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response.ResponseBuilder part(byte[] sound, SoundRange range) {
        Response.ResponseBuilder part = range.isEmpty()
                ? Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                : Response.status(Response.Status.PARTIAL_CONTENT).entity(range.of(sound));
        return part.header("Content-Range", range.told());
    }
}
