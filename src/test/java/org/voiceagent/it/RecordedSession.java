package org.voiceagent.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.voiceagent.audio.Wav;
import org.voiceagent.conversation.entity.SessionId;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.recordings.store.S3Server;

/** A session, and what an S3 server has of it. */
final class RecordedSession {

    private static final Duration WRITTEN = Duration.ofSeconds(30);

    private final Server server;
    private final Calls calls;
    private final S3Server store;
    private final String id;
    private final String reference;

    private RecordedSession(Server server, S3Server store) {
        this.server = server;
        this.calls = Calls.to(server);
        this.store = store;
        this.id = calls.session();
        this.reference = SessionRef.of(SessionId.parse(id).orElseThrow()).value();
    }

    static RecordedSession begun(Server server, S3Server store) {
        return new RecordedSession(server, store);
    }

    /** Of a visitor who agrees to be recorded. */
    static RecordedSession agreed(Server server, S3Server store, String version) {
        RecordedSession session = begun(server, store);
        session.agree(version, true);
        return session;
    }

    String id() {
        return id;
    }

    void agree(String version, boolean recording) {
        String body = "{\"conversation\":true,\"recording\":" + recording + ",\"textVersion\":\"" + version + "\"}";
        HttpResponse<String> kept = calls.send(calls.inSession(id, "/sessions/current/consent")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
        assertEquals(204, kept.statusCode());
    }

    /** @return the id of a turn that was answered to its end */
    String say(byte[] utterance) {
        String turn = UUID.randomUUID().toString();
        HttpResponse<String> events = calls.send(
                new Form().field("turnId", turn).wav("audio", utterance).post(calls.inSession(id, "/turns")));
        assertTrue(events.body().contains("event: done"), events.body());
        return turn;
    }

    private List<String> names() {
        return store.names(reference);
    }

    private List<String> expected(String... files) {
        return Stream.of(files).map(file -> reference + "/" + file).toList();
    }

    void awaitNames(String... files) {
        await().atMost(WRITTEN).untilAsserted(() -> assertNames(files));
    }

    /** These and no others, so no name holds a word of what was said. */
    void assertNames(String... files) {
        assertEquals(expected(files), names());
    }

    HttpResponse<String> own(String file) {
        return calls.send(
                calls.inSession(id, "/sessions/current/recordings/" + file).GET());
    }

    void assertExported(String file, byte[] sound) {
        JsonObject part = Calls.object(calls.send(
                        calls.inSession(id, "/sessions/current/export").GET()))
                .getJsonObject("stores")
                .getJsonObject("recordings");
        JsonObject told = part.getJsonArray("kept").getValuesAs(JsonObject.class).stream()
                .filter(kept -> kept.getString("address").endsWith(file))
                .findFirst()
                .orElseThrow();
        assertEquals(sound.length, told.getInt("bytes"));
        HttpResponse<byte[]> own =
                calls.bytes(calls.inSession(id, "/" + told.getString("address")).GET());
        assertEquals("audio/wav", own.headers().firstValue("Content-Type").orElse("none"));
        assertArrayEquals(sound, own.body());
        assertPart(told.getString("address"), sound);
    }

    /** Safari asks for the first two bytes, and plays nothing where it gets others. */
    private void assertPart(String address, byte[] sound) {
        HttpResponse<byte[]> part = calls.bytes(
                calls.inSession(id, "/" + address).header("Range", "bytes=0-1").GET());
        assertEquals(206, part.statusCode());
        assertEquals(
                "bytes 0-1/" + sound.length,
                part.headers().firstValue("Content-Range").orElse("none"));
        assertArrayEquals(Arrays.copyOf(sound, 2), part.body());
    }

    void assertPlayedByAdmins(String file) {
        AdminCalls admin = AdminCalls.admin(server);
        HttpResponse<String> listed = admin.read("recordings/" + reference);
        assertTrue(listed.body().contains(file), listed.body());
        String cookie = Admins.cookie(server, "viewer", Admins.VIEWERS_PASSWORD);
        HttpRequest.Builder play = Admins.request(server, cookie, "recordings/" + reference + "/" + file);
        byte[] speech = calls.bytes(play.GET()).body();
        assertTrue(Wav.read(speech, Duration.ofMinutes(1)).samples().length > 0);
        await().atMost(WRITTEN)
                .untilAsserted(() -> assertEquals(
                        List.of(file),
                        admin.audit().stream()
                                .filter(row -> row.getString("act").equals("play-recording")
                                        && row.getString("subject").equals(reference))
                                .map(row -> row.getString("detail"))
                                .toList()));
    }

    /** @return the receipt */
    String erase(int status) {
        HttpResponse<String> receipt =
                calls.send(calls.inSession(id, "/sessions/current").DELETE());
        assertEquals(status, receipt.statusCode(), receipt.body());
        return receipt.body();
    }
}
