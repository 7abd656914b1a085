package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.audio.Wav;
import org.voiceagent.speech.SpokenQuestion;
import org.voiceagent.upstream.FakeUpstream;

class AudioIT {

    private static final Calls CALLS = Calls.to(Servers.upstream());
    private static final FakeUpstream FAKE = Servers.fake();
    private static final int RATE = 16_000;
    private static AudioClip question;

    @BeforeAll
    static void speakAQuestion() {
        question = SpokenQuestion.by(SpokenQuestion.Voice.KEVIN, "When are you open on Saturday?");
    }

    @BeforeEach
    void healthyUpstream() {
        FAKE.unscripted();
        FAKE.transcript("When are you open on Saturday?");
    }

    @Test
    void transcribes_a_raw_wav() {
        HttpResponse<String> answer = transcribe(Wav.bytes(question), "audio/wav");
        assertEquals(200, answer.statusCode(), answer.body());
        JsonObject transcript = Calls.object(answer);
        assertEquals("When are you open on Saturday?", transcript.getString("text"));
        assertEquals(question.duration().toMillis(), transcript.getInt("durationMs"));
    }

    @Test
    void hands_the_upstream_the_sound_and_the_names_it_would_misspell() {
        transcribe(Wav.bytes(question), "audio/wav");
        var call = FAKE.lastCall(FakeUpstream.TRANSCRIPTIONS).orElseThrow();
        AudioClip sent = Wav.read(call.parts().get("file").content(), Duration.ofMinutes(1));
        assertArrayEquals(question.samples(), sent.samples());
        assertEquals("en", call.parts().get("language").text());
        assertTrue(
                call.parts().get("prompt").text().contains("Lantern Club"),
                call.parts().get("prompt").text());
    }

    @Test
    void transcribes_a_form_with_the_session_as_a_field() {
        String boundary = "----boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"sessionId\"\r\n\r\n"
                        + CALLS.session() + "\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n"
                        + "Content-Type: audio/wav\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(Wav.bytes(question));
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        HttpResponse<String> answer = CALLS.send(CALLS.api("/transcribe")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
        assertEquals(200, answer.statusCode(), answer.body());
    }

    @Test
    void refuses_silence_and_noise_without_a_model_call() {
        short[] hum = new short[2 * RATE];
        short[] hiss = new short[2 * RATE];
        Random random = new Random(7);
        for (int i = 0; i < hum.length; i++) {
            hum[i] = (short) (6000 * Math.sin(2 * Math.PI * 50 * i / RATE));
            hiss[i] = (short) (1500 * random.nextGaussian());
        }
        for (short[] samples : new short[][] {new short[2 * RATE], hum, hiss}) {
            refused(Wav.bytes(new AudioClip(RATE, samples)), "audio/wav", 422, "no-speech");
        }
    }

    @Test
    void refuses_what_is_too_long() {
        short[] samples = new short[11 * RATE];
        System.arraycopy(question.samples(), 0, samples, 0, question.samples().length);
        refused(Wav.bytes(new AudioClip(RATE, samples)), "audio/wav", 422, "duration-exceeded");
    }

    @Test
    void refuses_what_is_no_audio_by_its_first_bytes() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
        refused(png, "audio/wav", 415, "unsupported-audio");
        refused("hello".getBytes(StandardCharsets.US_ASCII), "audio/webm", 415, "unsupported-audio");
        refused(new byte[0], "audio/wav", 415, "unsupported-audio");
    }

    @Test
    void refuses_a_wav_cut_in_its_header() {
        refused(Arrays.copyOf(Wav.bytes(question), 30), "audio/wav", 422, "broken-audio");
    }

    @Test
    void refuses_a_body_over_the_limit_by_its_length_and_byte_by_byte() {
        byte[] large = new byte[1_100_000];
        refused(large, "audio/wav", 413, "body-too-large");
        HttpRequest.Builder chunked = upload(CALLS.session(), "audio/wav")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        Problems.assertProblem(CALLS.send(chunked), 413, "body-too-large");
    }

    @Test
    void needs_a_session() {
        int calls = FAKE.calls().size();
        HttpResponse<String> answer = CALLS.send(CALLS.api("/transcribe")
                .header("Content-Type", "audio/wav")
                .POST(BodyPublishers.ofByteArray(Wav.bytes(question))));
        Problems.assertProblem(answer, 401, "session-required");
        assertEquals(calls, FAKE.calls().size());
    }

    @Test
    void a_transcript_without_words_is_no_speech() {
        FAKE.transcript(" ");
        Problems.assertProblem(transcribe(Wav.bytes(question), "audio/wav"), 422, "no-speech");
    }

    private static void refused(byte[] audio, String type, int status, String problem) {
        int calls = FAKE.calls().size();
        Problems.assertProblem(transcribe(audio, type), status, problem);
        assertEquals(calls, FAKE.calls().size());
    }

    private static HttpResponse<String> transcribe(byte[] audio, String type) {
        return CALLS.send(upload(CALLS.session(), type).POST(BodyPublishers.ofByteArray(audio)));
    }

    private static HttpRequest.Builder upload(String session, String type) {
        return CALLS.inSession(session, "/transcribe").header("Content-Type", type);
    }
}
