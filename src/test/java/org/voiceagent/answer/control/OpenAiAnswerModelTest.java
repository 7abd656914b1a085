package org.voiceagent.answer.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.cost.Usage;
import org.voiceagent.upstream.FakeUpstream;
import org.voiceagent.upstream.FakeUpstreamFault;
import org.voiceagent.upstream.UpstreamProblem;
import org.voiceagent.upstream.Upstreams;

class OpenAiAnswerModelTest {

    private static final Excerpt HOURS = new Excerpt("Opening hours", "help/hours", "We open at ten.", List.of(), 0.9);
    private static final Excerpt PARKING = new Excerpt("Parking", "help/parking", "Behind the shop.", List.of(), 0.4);
    private static final AnswerRequest WHEN =
            new AnswerRequest("When do you open?", 1, List.of(), List.of(HOURS, PARKING), "en");

    private final FakeUpstream fake = FakeUpstream.start().requireKey(Upstreams.KEY);
    private final Upstreams upstreams = Upstreams.at(fake);

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void sends_what_the_api_asks_for() {
        answer(WHEN);
        JsonObject sent = fake.calls().get(0).json();
        assertEquals("gpt-4o-mini", sent.getString("model"));
        assertTrue(sent.getBoolean("stream"));
        assertTrue(sent.getJsonObject("stream_options").getBoolean("include_usage"));
        assertEquals(400, sent.getInt("max_tokens"));
        assertEquals(0.2, sent.getJsonNumber("temperature").doubleValue());
        assertEquals("", fake.calls().get(0).refusal());
    }

    @Test
    void reasoning_models_get_their_own_limit_and_no_temperature() {
        upstreams.with("voice.answer.model", "gpt-5-mini");
        answer(WHEN);
        JsonObject sent = fake.calls().get(0).json();
        assertEquals(400, sent.getInt("max_completion_tokens"));
        assertFalse(sent.containsKey("max_tokens") || sent.containsKey("temperature"));
    }

    @Test
    void history_and_passages_reach_the_model() {
        List<Message> history = List.of(
                new Message(Message.Role.USER, "Do you rent bikes?"), new Message(Message.Role.ASSISTANT, "Yes."));
        String response = answer(new AnswerRequest("How much?", 1, history, List.of(HOURS), "en"));
        assertEquals("You asked: How much?. Before you asked: Do you rent bikes?. I saw Opening hours.", response);
    }

    @Test
    void marks_become_grounds_and_are_not_spoken() {
        fake.answerTokens("Behind", " the shop [", "2", "], and we", " open at ten [1][9].");
        try (AnswerStream stream = model().answer(WHEN)) {
            assertEquals("Behind the shop, and we open at ten.", all(stream));
            assertEquals(List.of(PARKING, HOURS), stream.grounds());
        }
    }

    @Test
    void deltas_arrive_before_the_response_is_complete() {
        fake.answerTokens("We", " open", " at ten.").failOnce(FakeUpstream.CHAT, FakeUpstreamFault.stallAfter(3));
        try (AnswerStream stream = model().answer(WHEN)) {
            assertEquals(Optional.of("We"), stream.next());
            assertEquals(Optional.of(" open"), stream.next());
        }
    }

    @Test
    void usage_is_the_upstreams_own_count() {
        fake.answerTokens("We", " open", " at ten.").cachedTokens(128);
        try (AnswerStream stream = model().answer(WHEN)) {
            all(stream);
            Usage usage = stream.usage();
            assertEquals(3, usage.output());
            assertEquals(128, usage.cachedInput());
            assertTrue(usage.input() > 100, "input " + usage.input());
            assertEquals(Optional.empty(), stream.next());
        }
    }

    @Test
    void servers_without_done_usage_and_space_are_understood_and_usage_is_estimated() {
        fake.answerTokens("We open ", "at ten.").failOnce(FakeUpstream.CHAT, FakeUpstreamFault.bare());
        try (AnswerStream stream = model().answer(WHEN)) {
            assertEquals("We open at ten.", all(stream));
            assertEquals(15 / 4, stream.usage().output());
            assertTrue(stream.usage().input() > 100);
        }
    }

    @Test
    void characters_split_over_packets_stay_whole() {
        fake.answer("Grüße \uD83D\uDEB2 für 9 €.").failOnce(FakeUpstream.CHAT, FakeUpstreamFault.splitBytes());
        assertEquals("Grüße \uD83D\uDEB2 für 9 €.", answer(WHEN));
    }

    @Test
    void a_response_cut_by_the_token_limit_or_a_filter_is_what_came() {
        fake.answer("We open at")
                .failOnce(
                        FakeUpstream.CHAT,
                        FakeUpstreamFault.finish("length"),
                        FakeUpstreamFault.finish("content_filter"));
        assertEquals("We open at", answer(WHEN));
        assertEquals("We open at", answer(WHEN));
    }

    @Test
    void a_filter_that_leaves_nothing_declines_the_question() {
        fake.answerTokens().failOnce(FakeUpstream.CHAT, FakeUpstreamFault.finish("content_filter"));
        UpstreamProblem problem = assertThrows(UpstreamProblem.class, () -> answer(WHEN));
        assertEquals(UpstreamProblem.Kind.DECLINED, problem.kind());
    }

    @Test
    void an_empty_response_is_a_failure_and_not_an_answer() {
        fake.answerTokens();
        UpstreamProblem problem = assertThrows(UpstreamProblem.class, () -> answer(WHEN));
        assertEquals(UpstreamProblem.Kind.FAILED, problem.kind());
    }

    @Test
    void the_key_may_go_in_another_header_and_the_url_have_a_query() {
        upstreams.with("voice.answer.key-header", "api-key").with("voice.answer.query", "api-version=1");
        answer(WHEN);
        assertEquals("/v1/chat/completions?api-version=1", fake.calls().get(0).target());
        assertEquals(Optional.empty(), fake.calls().get(0).header("authorization"));
    }

    private OpenAiAnswerModel model() {
        return new OpenAiAnswerModel(
                upstreams.stage("answer"), upstreams.settings(), InstantSource.system(), String::length);
    }

    private String answer(AnswerRequest request) {
        try (AnswerStream stream = model().answer(request)) {
            return all(stream);
        }
    }

    private static String all(AnswerStream stream) {
        StringBuilder response = new StringBuilder();
        for (Optional<String> delta = stream.next(); delta.isPresent(); delta = stream.next()) {
            response.append(delta.get());
        }
        return response.toString();
    }
}
