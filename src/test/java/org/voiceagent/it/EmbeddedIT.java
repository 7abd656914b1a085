package org.voiceagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.audio.Wav;
import org.voiceagent.command.CommandRun;
import org.voiceagent.speech.SpokenQuestion;

/** The three stages without any network, through the calls. */
class EmbeddedIT {

    private static final Calls CALLS = Calls.to(Servers.embedded());

    @BeforeAll
    static void waitUntilWarm() {
        Servers.awaitReady(Servers.embedded());
    }

    @ParameterizedTest
    @EnumSource(SpokenQuestion.Voice.class)
    void understands_answers_and_speaks(SpokenQuestion.Voice voice) {
        String session = CALLS.session();
        HttpResponse<String> understood = CALLS.send(CALLS.inSession(session, "/transcribe")
                .header("Content-Type", "audio/wav")
                .POST(BodyPublishers.ofByteArray(
                        Wav.bytes(SpokenQuestion.by(voice, "When are you open on Saturday?")))));
        assertEquals(200, understood.statusCode(), understood.body());
        JsonObject transcript = Calls.object(understood);
        assertTrue(transcript.getString("text").toLowerCase().contains("saturday"), understood.body());
        JsonObject answer = Calls.object(CALLS.ask(session, transcript.getString("text")));
        assertTrue(answer.getString("response").contains("from ten in the morning until four"), answer.toString());
        HttpResponse<byte[]> speech = CALLS.send(
                CALLS.json("/speak", session, "{\"text\":\"We open at ten.\"}"),
                HttpResponse.BodyHandlers.ofByteArray());
        AudioClip clip = Wav.read(speech.body(), Duration.ofMinutes(1));
        assertTrue(clip.duration().toMillis() > 500, clip.duration().toString());
        assertTrue(clip.loudest() > -40);
    }

    @Test
    void a_follow_up_is_understood_with_what_was_asked_before() {
        String session = CALLS.session();
        CALLS.ask(session, "When are you open during the week?");
        JsonObject answer = Calls.object(CALLS.ask(session, "And on Saturday?"));
        assertTrue(answer.getString("response").contains("from ten in the morning until four"), answer.toString());
    }

    @Test
    void an_operator_evaluates_it_by_a_command(@TempDir Path folder) throws IOException, InterruptedException {
        Path questions = Files.writeString(folder.resolve("questions.tsv"), """
                a\tanswerable\tWhen are you open on Saturday?\topening-hours#saturday\tten in the morning
                b\tanswerable\t+ And on Sunday?\topening-hours#sunday\tclosed
                c\tanswerable\tHow long is a gift voucher valid?\tgift-vouchers#validity\t-
                d\tanswerable\tWhat is your phone number please?\t-\tno such fact
                e\tofftopic\tWhat's the capital of Australia?\t-\t-
                """);
        Path report = folder.resolve("report.json");
        CommandRun run = CommandRun.process(
                "evaluate",
                List.of(
                        "--url", Servers.embedded().url().toString(),
                        "--questions", questions.toString(),
                        "--report", report.toString(),
                        "--right", "75",
                        "--wrong", "24"),
                Map.of());
        assertEquals(1, run.exitCode(), run.told());
        JsonObject told = Calls.object(Files.readString(report));
        assertEquals(3, told.getInt("right"), run.told());
        assertEquals(1, told.getInt("wrong"), run.told());
        assertEquals(1, told.getInt("offTopicRefused"), run.told());
        assertEquals(3, told.getInt("sourcesNamed"), run.told());
    }

    @Test
    void says_that_mp3_is_not_to_be_had() {
        Problems.assertProblem(
                CALLS.send(CALLS.json("/speak", CALLS.session(), "{\"text\":\"Hello.\",\"format\":\"mp3\"}")),
                406,
                "format-not-available");
    }
}
