package org.voiceagent.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voiceagent.configuration.Catalogue;
import org.voiceagent.upstream.UpstreamProblem.Kind;

class UpstreamErrorsTest {

    private static final byte[] NO_BODY = {};

    private Instant now = Instant.parse("2026-03-02T10:00:00.500Z");
    private final UpstreamErrors errors = new UpstreamErrors(
            UpstreamSettings.from(Catalogue.with(Map.of("openai.api.key", "sk-secret")), "speech"), () -> now);
    private final LogLines log = LogLines.of(UpstreamErrors.class);

    @BeforeEach
    void listen() {
        log.start();
    }

    @AfterEach
    void stopListening() {
        log.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "429, UNAVAILABLE, 503, true",
        "503, UNAVAILABLE, 503, true",
        "529, UNAVAILABLE, 503, true",
        "500, FAILED, 502, true",
        "502, FAILED, 502, true",
        "501, FAILED, 502, false",
        "408, TIMEOUT, 504, false",
        "504, TIMEOUT, 504, false",
        "401, REFUSED, 502, false",
        "403, REFUSED, 502, false",
        "400, REFUSED, 502, false",
        "404, REFUSED, 502, false",
        "302, MALFORMED, 502, false",
        "204, FAILED, 502, false"
    })
    void each_status_has_its_problem(int status, Kind kind, int answered, boolean worthRetrying) {
        UpstreamProblem problem = errors.refusal(status, Optional.empty(), NO_BODY);
        assertEquals(kind, problem.kind());
        assertEquals(answered, problem.status());
        assertEquals(worthRetrying, problem.worthRetrying());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 7",
                "' 7 ' | 7",
                "0 | 0",
                "Mon, 02 Mar 2026 10:00:09 GMT | 9",
                "Mon, 02 Mar 2026 09:00:00 GMT | 0",
                "999999999 | 3600"
            })
    void retry_after_may_be_seconds_or_a_date(String header, long seconds) {
        assertEquals(
                Optional.of(Duration.ofSeconds(seconds)),
                errors.refusal(429, Optional.of(header), NO_BODY).retryAfter());
    }

    @ParameterizedTest
    @CsvSource({"soon", "-1", "1.5", "99999999999999999999"})
    void a_retry_after_that_makes_no_sense_counts_as_none(String header) {
        UpstreamProblem problem = errors.refusal(503, Optional.of(header), NO_BODY);
        assertEquals(Optional.empty(), problem.told());
        assertTrue(problem.retryAfter().isPresent(), "a visitor still learns when to come back");
    }

    @Test
    void a_used_up_quota_is_not_tried_again_and_the_administrator_learns_of_it() {
        UpstreamProblem problem = errors.refusal(429, Optional.empty(), body("insufficient_quota"));
        assertFalse(problem.worthRetrying());
        assertEquals(503, problem.status());
        assertTrue(log.text().contains("quota"), log.text());
    }

    @Test
    void a_wrong_key_is_one_line_a_minute_that_names_the_configuration_and_not_the_key() {
        for (int call = 0; call < 100; call++) {
            errors.refusal(401, Optional.empty(), body("invalid_api_key"));
        }
        assertEquals(1, log.count(), log.text());
        assertTrue(log.text().contains("speech") && log.text().contains("voice.speech.key"), log.text());
        assertTrue(log.text().contains("invalid_api_key"), log.text());
        assertFalse(log.text().contains("sk-"), log.text());
        now = now.plusSeconds(61);
        errors.refusal(401, Optional.empty(), NO_BODY);
        assertEquals(2, log.count(), log.text());
    }

    @Test
    void only_a_code_that_looks_like_one_is_logged() {
        errors.refusal(400, Optional.empty(), body("visitor said\\nfoo bar"));
        assertFalse(log.text().contains("visitor"), log.text());
    }

    @Test
    void the_complaint_stays_until_a_call_succeeds() {
        errors.refusal(401, Optional.empty(), NO_BODY);
        assertTrue(errors.complaint().orElseThrow().contains("voice.speech.key"));
        errors.accepted();
        assertEquals(Optional.empty(), errors.complaint());
    }

    @Test
    void a_body_that_is_no_json_is_no_obstacle() {
        for (String text :
                new String[] {"", "<html>", "[]", "{\"error\":\"text\"}", "{\"error\":null}", "{\"error\":{}}"}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    Kind.REFUSED, errors.refusal(401, Optional.empty(), bytes).kind(), text);
        }
    }

    private static byte[] body(String code) {
        String text = "{\"error\":{\"message\":\"Incorrect API key provided: sk-secret\",\"code\":\"" + code + "\"}}";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
