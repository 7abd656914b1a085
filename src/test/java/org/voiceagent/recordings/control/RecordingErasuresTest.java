package org.voiceagent.recordings.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.config.MapConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.voiceagent.cluster.SharedMap;
import org.voiceagent.cluster.TestMember;
import org.voiceagent.conversation.entity.ErasureReceipt;
import org.voiceagent.conversation.entity.SessionErased;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.recordings.entity.Sounds;
import org.voiceagent.recordings.store.MemoryStore;
import org.voiceagent.recordings.store.StoreUnavailable;

class RecordingErasuresTest {

    private static final Duration RETENTION = Duration.ofDays(30);
    private static TestMember member;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochMilli(1_700_000_000_000L));
    private final MemoryStore store = new MemoryStore();
    private final SessionRef session = Sounds.session();
    private final SharedMap<Long> due = member.member().map("erased-recordings");
    private final RecordingErasures erasures = new RecordingErasures(store, due, now::get, RETENTION);

    @BeforeAll
    static void join() {
        member = TestMember.with(
                (config, backups) -> config.addMapConfig(new MapConfig("erased-recordings").setTimeToLiveSeconds(60)));
    }

    @AfterAll
    static void leave() {
        member.close();
    }

    private ErasureReceipt erase(boolean lived, int waiting) {
        ErasureReceipt receipt = new ErasureReceipt();
        erasures.erase(new SessionErased(session, lived, receipt), waiting);
        return receipt;
    }

    private void recorded() {
        store.put(Sounds.utterance(session), new byte[3]);
    }

    @Test
    void the_receipt_counts_what_was_kept_and_what_waited() {
        recorded();
        recorded();
        ErasureReceipt receipt = erase(true, 1);
        assertEquals(Map.of("recordings", 3), receipt.erased());
        assertEquals(List.of(), receipt.pending());
        assertEquals(List.of(), store.paths());
    }

    @Test
    void a_recording_written_after_the_erasure_is_erased_once_more() {
        erase(true, 0);
        recorded();
        erasures.finish();
        assertEquals(1, store.paths().size(), "it is not looked for all the time");
        now.updateAndGet(moment -> moment.plus(RecordingErasures.ONCE_MORE_AFTER));
        erasures.finish();
        assertEquals(List.of(), store.paths());
        assertEquals(Optional.empty(), due.get(session.value()));
    }

    @Test
    void what_a_dead_store_has_is_erased_as_soon_as_it_answers() {
        recorded();
        store.die();
        ErasureReceipt receipt = erase(true, 0);
        assertEquals(List.of("recordings"), receipt.pending());
        assertThrows(StoreUnavailable.class, erasures::finish);
        store.live();
        erasures.finish();
        assertEquals(List.of(), store.paths());
    }

    @Test
    void nobody_can_say_what_a_dead_store_has_of_an_unknown_session() {
        store.die();
        assertTrue(erase(false, 0).isOutOfSight());
        store.live();
        ErasureReceipt receipt = erase(false, 0);
        assertEquals(Map.of("recordings", 0), receipt.erased());
        assertEquals(Optional.empty(), due.get(session.value()), "unknown sessions take up no room");
    }

    @Test
    void one_that_cannot_be_erased_keeps_no_other_from_it() {
        List<SessionRef> sessions = Stream.generate(Sounds::session).limit(10).toList();
        store.die();
        sessions.forEach(one -> {
            ErasureReceipt receipt = new ErasureReceipt();
            erasures.erase(new SessionErased(one, true, receipt), 0);
        });
        store.live();
        sessions.forEach(one -> store.put(Sounds.utterance(one), new byte[3]));
        SessionRef first = due.all().keySet().stream()
                .map(SessionRef::new)
                .filter(sessions::contains)
                .findFirst()
                .orElseThrow();
        store.refuse(first);
        assertThrows(StoreUnavailable.class, erasures::finish);
        assertThrows(StoreUnavailable.class, erasures::finish);
        assertEquals(1, store.paths().size(), "all but the one that is refused");
    }
}
