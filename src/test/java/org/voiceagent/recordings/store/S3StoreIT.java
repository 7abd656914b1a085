package org.voiceagent.recordings.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.recordings.entity.RecordingName;
import org.voiceagent.recordings.entity.Sounds;

/** Against a real S3 server. */
class S3StoreIT extends RecordingStoreRules {

    private static S3Server server;
    private static RecordingStore store;

    @BeforeAll
    static void start() {
        server = S3Server.start();
        store = server.store();
    }

    @AfterAll
    static void stop() {
        store.close();
        server.close();
    }

    @Override
    RecordingStore store() {
        return store;
    }

    @Test
    void keys_are_the_prefix_and_the_name() {
        RecordingName name = Sounds.utterance(Sounds.session());
        store.put(name, new byte[3]);
        assertEquals(List.of(name.path()), server.names(name.session().value()));
    }

    @Test
    void a_purge_leaves_what_is_no_recording() {
        server.put("recordings/photographs/beach.jpg");
        store.purge(Instant.now().plusSeconds(60));
        assertEquals(List.of("photographs/beach.jpg"), server.names(""));
    }

    @Test
    void a_session_of_more_recordings_than_a_page_holds_is_erased_whole() {
        RecordingName name = Sounds.utterance(Sounds.session());
        for (int count = 0; count < 1002; count++) {
            store.put(Sounds.utterance(name.session()), new byte[1]);
        }
        assertEquals(1002, store.erase(name.session()));
        assertEquals(List.of(), server.names(name.session().value()));
    }

    @Test
    void a_refusal_is_told_by_its_code() {
        try (RecordingStore wrong = server.store("another secret")) {
            StoreUnavailable refused = assertThrows(
                    StoreUnavailable.class, () -> wrong.put(Sounds.utterance(Sounds.session()), new byte[3]));
            assertEquals("SignatureDoesNotMatch", refused.getMessage());
        }
    }
}
