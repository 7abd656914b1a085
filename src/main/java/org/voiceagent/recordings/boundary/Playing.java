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

    @Inject
    private RecordingStores stores;

    /** None where nothing is recorded. */
    List<KeptRecording> of(SessionRef session) {
        return RecordingsUnreachable.told(
                () -> stores.store().map(store -> store.of(session)).orElse(List.of()));
    }

    /** @throws NothingRecorded when there is no such recording */
    Response sound(SessionRef session, String file) {
        RecordingName name = RecordingName.parse(session, file).orElseThrow(NothingRecorded::new);
        Optional<byte[]> sound = RecordingsUnreachable.told(() -> stores.store().flatMap(store -> store.read(name)));
        return Response.ok(sound.orElseThrow(NothingRecorded::new), name.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
