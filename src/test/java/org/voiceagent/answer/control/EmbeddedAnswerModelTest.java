package org.voiceagent.answer.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.cost.Usage;

class EmbeddedAnswerModelTest {

    private final EmbeddedAnswerModel model = new EmbeddedAnswerModel();

    private static Excerpt excerpt(String title, String quote, double relevance) {
        return excerpt(title, List.of(quote), relevance);
    }

    private static Excerpt excerpt(String title, List<String> quotes, double relevance) {
        return new Excerpt(title, "help/" + title, "It is blue. " + String.join(" ", quotes), quotes, relevance);
    }

    private static AnswerRequest request(String question, double confidence, List<Message> history, Excerpt... found) {
        return new AnswerRequest(question, confidence, history, List.of(found), "en");
    }

    private List<String> deltas(AnswerRequest request) {
        List<String> deltas = new ArrayList<>();
        try (AnswerStream stream = model.answer(request)) {
            for (Optional<String> delta = stream.next(); delta.isPresent(); delta = stream.next()) {
                deltas.add(delta.get());
            }
        }
        return deltas;
    }

    private String response(String question, double confidence, Excerpt... found) {
        return String.join("", deltas(request(question, confidence, List.of(), found)));
    }

    @Test
    void quotes_the_sentences_that_fit_best_one_by_one() {
        List<String> quotes = List.of("The small one costs five pounds.", "The big one costs nine pounds.");
        List<String> deltas = deltas(request("How much is the big one?", 1, List.of(), excerpt("Prices", quotes, 0.9)));
        assertEquals(List.of("The small one costs five pounds.", " The big one costs nine pounds."), deltas);
    }

    @Test
    void rests_on_the_excerpt_it_quotes() {
        Excerpt best = excerpt("Prices", "Five pounds.", 0.9);
        AnswerRequest request = request("How much?", 1, List.of(), best, excerpt("Other", "No.", 0.02));
        try (AnswerStream stream = model.answer(request)) {
            assertEquals(List.of(best), stream.grounds());
            assertEquals(Usage.NONE, stream.usage());
        }
    }

    @Test
    void tells_both_when_two_excerpts_are_likely() {
        String said = response("How much?", 1, excerpt("A", "Five pounds.", 0.4), excerpt("B", "Nine pounds.", 0.35));
        assertEquals("Five pounds. Nine pounds.", said);
    }

    @Test
    void tells_no_third_excerpt() {
        String said =
                response("What?", 1, excerpt("A", "One.", 0.3), excerpt("B", "Two.", 0.2), excerpt("C", "Three.", 0.1));
        assertEquals("One. Two.", said);
    }

    @Test
    void stops_after_three_sentences() {
        List<String> quotes = List.of("One.", "Two.");
        String said = response("What?", 1, excerpt("A", quotes, 0.3), excerpt("B", quotes, 0.2));
        assertEquals("One. Two. One.", said);
    }

    @Test
    void says_that_it_does_not_know() {
        assertTrue(response("Who won the match?", 1, excerpt("A", "Five.", 0.1)).startsWith("I'm sorry, I don't know"));
        assertTrue(response("Who won the match?", 1).startsWith("I'm sorry, I don't know"));
    }

    @Test
    void asks_back_when_in_doubt() {
        assertEquals(
                "Did you mean: Opening hours, Saturday?",
                response("Saturn?", 1, excerpt("Opening hours: Saturday", "From ten.", 0.3)));
    }

    @Test
    void doubts_more_when_it_heard_badly() {
        Excerpt excerpt = excerpt("Saturday", "From ten.", 0.5);
        assertEquals("From ten.", response("Saturday?", 1, excerpt));
        assertEquals("Did you mean: Saturday?", response("Saturday?", 0.1, excerpt));
    }

    @Test
    void answers_typed_words_sooner_than_heard_ones() {
        Excerpt excerpt = excerpt("Saturday", "From ten.", 0.42);
        assertEquals("From ten.", response("Saturday?", 1, excerpt));
        assertEquals("Did you mean: Saturday?", response("Saturday?", 0.99, excerpt));
    }

    @Test
    void a_yes_to_its_question_is_answered() {
        List<Message> history = asked("Did you mean: Opening hours, Saturday?");
        Excerpt other = excerpt("Opening hours: Sunday", "Closed.", 0.4);
        Excerpt meant = excerpt("Opening hours: Saturday", "From ten.", 0.3);
        assertEquals(List.of("From ten."), deltas(request("Yes, please.", 1, history, other, meant)));
    }

    @Test
    void a_no_to_its_question_is_no_answer() {
        List<Message> history = asked("Did you mean: Saturday?");
        Excerpt excerpt = excerpt("Saturday", "From ten.", 0.9);
        assertEquals(
                EmbeddedAnswerTexts.DECLINED.get(0),
                deltas(request("No.", 1, history, excerpt)).get(0));
    }

    @Test
    void another_question_after_its_question_is_taken_as_one() {
        List<Message> history = asked("Did you mean: Saturday?");
        assertEquals(
                List.of("Closed."), deltas(request("No, on Sunday.", 1, history, excerpt("Sunday", "Closed.", 0.9))));
    }

    @Test
    void a_closed_stream_ends() {
        AnswerStream stream = model.answer(request("How much?", 1, List.of(), excerpt("Prices", "Five pounds.", 0.9)));
        stream.next();
        stream.close();
        assertTrue(stream.next().isEmpty());
    }

    private static List<Message> asked(String response) {
        return List.of(
                new Message(Message.Role.USER, "When on Saturn?"), new Message(Message.Role.ASSISTANT, response));
    }
}
