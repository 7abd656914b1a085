package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.audio.Wav;
import org.voiceagent.upstream.FakeUpstream;

class SpeakIT {

    private static final Calls CALLS = Calls.to(Servers.upstream());
    private static final FakeUpstream FAKE = Servers.fake();

    @BeforeEach
    void healthyUpstream() {
        FAKE.unscripted();
    }

    @Test
    void speaks_a_text_as_wav() {
        HttpResponse<byte[]> speech = speak("{\"text\":\"On Saturdays we open at ten.\"}");
        assertEquals(200, speech.statusCode());
        assertEquals("audio/wav", speech.headers().firstValue("Content-Type").orElse("none"));
        AudioClip clip = Wav.read(speech.body(), Duration.ofMinutes(5));
        assertEquals(24_000, clip.rate());
        assertTrue(clip.samples().length > 0);
        assertTrue(clip.loudest() > -40, "it can be heard: " + clip.loudest() + " dBFS");
    }

    @Test
    void speaks_mp3_where_the_engine_makes_it() {
        HttpResponse<byte[]> speech = speak("{\"text\":\"On Sundays we are closed.\",\"format\":\"mp3\"}");
        assertEquals(200, speech.statusCode());
        assertEquals("audio/mpeg", speech.headers().firstValue("Content-Type").orElse("none"));
    }

    @Test
    void speaks_each_sentence_on_its_own_and_never_markdown() {
        int before = FAKE.calls(FakeUpstream.SPEECH).size();
        speak("{\"text\":\"**Brakes** cost 12.50 pounds, e.g. on a city bike. See [our page](https://x.example/a).\"}");
        var said = FAKE.calls(FakeUpstream.SPEECH).stream()
                .skip(before)
                .map(call -> call.json().getString("input"))
                .toList();
        assertEquals(2, said.size(), said.toString());
        assertTrue(said.get(0).startsWith("Brakes cost 12.50 pounds, e.g. on"), said.toString());
        assertTrue(said.stream().noneMatch(text -> text.contains("*") || text.contains("http")), said.toString());
    }

    @Test
    void pays_for_a_sentence_once() {
        String body = "{\"text\":\"This very sentence is said twice.\"}";
        byte[] first = speak(body).body();
        int calls = FAKE.calls(FakeUpstream.SPEECH).size();
        assertEquals(
                HexFormat.of().formatHex(first),
                HexFormat.of().formatHex(speak(body).body()));
        assertEquals(calls, FAKE.calls(FakeUpstream.SPEECH).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/text",
                "{\"text\":\" \"}|/text",
                "{\"text\":\"```\"}|/text",
                "{\"text\":\"Hello.\",\"format\":\"ogg\"}|/format",
                "{\"text\":\"Hello.\",\"speed\":2.1}|/speed",
                "{\"text\":\"Hello.\",\"voice\":\"a b\"}|/voice"
            })
    void refuses_what_it_cannot_speak(String body, String pointer) {
        HttpResponse<String> refused = CALLS.send(CALLS.json("/speak", CALLS.session(), body));
        Problems.assertProblem(refused, 422, "invalid-field");
        assertTrue(Calls.object(refused).getString("detail").startsWith(pointer + " "), refused.body());
    }

    private static HttpResponse<byte[]> speak(String body) {
        return CALLS.send(CALLS.json("/speak", CALLS.session(), body), HttpResponse.BodyHandlers.ofByteArray());
    }
}
