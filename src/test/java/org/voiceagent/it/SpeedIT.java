package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.audio.Wav;
import org.voiceagent.upstream.FakeUpstream;

/** How fast the agent speaks: whatever speaks to a visitor goes by what the visitor prefers. */
class SpeedIT {

    private static final Server SERVER = Servers.upstream();
    private static final Calls CALLS = Calls.to(SERVER);
    private static final FakeUpstream FAKE = Servers.fake();
    private static final double FAST = 1.5;

    private final String session = CALLS.session();
    /** Of its own in each test: what was said before is not synthesised again. */
    private final String sentence = "We open at " + UUID.randomUUID() + ".";

    @BeforeEach
    void aSentence() {
        FAKE.unscripted().answer(sentence);
    }

    @AfterEach
    void leaveItAsItWas() {
        FAKE.unscripted();
    }

    @Test
    void of_a_text_is_the_visitors_or_the_calls_and_each_is_made_once() {
        Duration normal = spoken("");
        assertFalse(lastSpeech().containsKey("speed"));
        prefer();
        Duration fast = spoken("");
        assertEquals(FAST, lastSpeech().getJsonNumber("speed").doubleValue());
        assertEquals(normal.toMillis() / FAST, fast.toMillis(), 2);
        spoken(",\"speed\":0.75");
        assertEquals(0.75, lastSpeech().getJsonNumber("speed").doubleValue());
        int calls = FAKE.calls(FakeUpstream.SPEECH).size();
        assertEquals(fast, spoken(""));
        assertEquals(normal, spoken(",\"speed\":1"));
        assertEquals(calls, FAKE.calls(FakeUpstream.SPEECH).size());
    }

    @Test
    void of_an_answer_is_the_visitors_also_when_it_is_told_again() {
        prefer();
        String turn = UUID.randomUUID().toString();
        Form form = new Form().field("turnId", turn).field("question", "When?");
        CALLS.send(form.post(CALLS.inSession(session, "/turns")));
        assertEquals(FAST, lastSpeech().getJsonNumber("speed").doubleValue());
        int calls = FAKE.calls(FakeUpstream.SPEECH).size();
        HttpResponse<String> again = CALLS.send(CALLS.inSession(session, "/turns/" + turn + "/events")
                .header("Accept", "text/event-stream")
                .GET());
        assertEquals(200, again.statusCode());
        assertEquals(calls, FAKE.calls(FakeUpstream.SPEECH).size(), "the same speech");
    }

    @Test
    void of_a_live_conversation_follows_a_choice_at_the_next_answer() {
        try (LiveClient client = LiveClient.connect(SERVER).start(session)) {
            ask(client);
            assertFalse(lastSpeech().containsKey("speed"));
            prefer();
            ask(client);
            assertEquals(FAST, lastSpeech().getJsonNumber("speed").doubleValue());
        }
    }

    private static void ask(LiveClient client) {
        client.send("{\"type\":\"question\",\"text\":\"When?\",\"turnId\":\"" + UUID.randomUUID() + "\"}");
        client.await("done");
    }

    private void prefer() {
        HttpResponse<String> chosen = CALLS.send(CALLS.inSession(session, "/sessions/current/preferences")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"speed\":" + FAST + "}")));
        assertEquals(204, chosen.statusCode());
    }

    private Duration spoken(String more) {
        HttpResponse<byte[]> speech = CALLS.send(
                CALLS.json("/speak", session, "{\"text\":\"" + sentence + "\"" + more + "}"),
                BodyHandlers.ofByteArray());
        assertEquals(200, speech.statusCode());
        return Wav.read(speech.body(), Duration.ofMinutes(5)).duration();
    }

    private static JsonObject lastSpeech() {
        return FAKE.lastCall(FakeUpstream.SPEECH).orElseThrow().json();
    }
}
