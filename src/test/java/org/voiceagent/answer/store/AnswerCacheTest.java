package org.voiceagent.answer.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.voiceagent.answer.store.AnswerMemory.HOURS;
import static org.voiceagent.answer.store.AnswerMemory.PRICES;
import static org.voiceagent.answer.store.AnswerMemory.first;
import static org.voiceagent.answer.store.AnswerMemory.read;

import com.hazelcast.map.IMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voiceagent.answer.control.AnswerSetup;
import org.voiceagent.answer.control.AnswerStream;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.answer.entity.Message.Role;
import org.voiceagent.cost.Usage;

class AnswerCacheTest {

    private static final String QUESTION = "When do you open on Saturday?";

    private static AnswerMemory memory;

    private final FakeModel model = new FakeModel();
    private final AnswerCache cache = memory.of(model, () -> "model|site");

    @BeforeAll
    static void start() {
        memory = new AnswerMemory();
    }

    @AfterAll
    static void stop() {
        memory.close();
    }

    @BeforeEach
    void forget() {
        memory.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {QUESTION, "when do you open on saturday", "  When -- do you OPEN, on Saturday?! "})
    void remembers_a_first_question_however_it_is_written(String again) {
        assertEquals("Answer 1.", read(cache.answer(first(QUESTION, HOURS))));
        AnswerStream known = cache.answer(first(again, HOURS));
        assertEquals("Answer 1.", read(known));
        assertEquals(Usage.NONE, known.usage(), "and it costs nothing");
        assertEquals(1, model.asked().size());
        assertEquals(List.of(1, 1), memory.counts());
    }

    @Test
    void reports_what_an_answer_that_was_not_known_consumed() {
        AnswerStream answer = cache.answer(first(QUESTION, HOURS));
        read(answer);
        assertEquals(FakeModel.USAGE, answer.usage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"When do you close on Saturday?", "When do you open on Sunday?", "Whendo you open on Saturday?"})
    void tells_questions_apart(String another) {
        read(cache.answer(first(QUESTION, HOURS)));
        assertEquals("Answer 2.", read(cache.answer(first(another, HOURS))));
    }

    /** Vowel signs are neither letters nor digits; without them these would be one question. */
    @Test
    void tells_questions_apart_whose_vowels_are_signs() {
        read(cache.answer(first("\u0915\u0940", HOURS)));
        assertEquals("Answer 2.", read(cache.answer(first("\u0915\u093e", HOURS))));
    }

    @Test
    void neither_finds_nor_keeps_answers_in_a_conversation() {
        read(cache.answer(first(QUESTION, HOURS)));
        AnswerRequest later = new AnswerRequest(
                QUESTION,
                1,
                List.of(new Message(Role.USER, "Hello"), new Message(Role.ASSISTANT, "Hello!")),
                List.of(HOURS),
                "en");
        assertEquals("Answer 2.", read(cache.answer(later)));
        assertEquals("Answer 3.", read(cache.answer(later)));
        assertTrue(cache.known(later).isEmpty());
        assertEquals(1, memory.entries().size());
        assertEquals(List.of(0, 1), memory.counts(), "the cache was not asked");
    }

    @Test
    void asks_anew_when_the_sites_words_have_changed() {
        read(cache.answer(first(QUESTION, HOURS, PRICES)));
        List<List<Excerpt>> changed = List.of(
                List.of(),
                List.of(HOURS),
                List.of(PRICES, HOURS),
                List.of(new Excerpt(HOURS.title(), HOURS.url(), "We open at nine.", List.of(), 0.7), PRICES),
                List.of(new Excerpt(HOURS.title(), "help/other", HOURS.text(), List.of(), 0.7), PRICES),
                List.of(new Excerpt("Holidays", HOURS.url(), HOURS.text(), List.of(), 0.7), PRICES));
        for (List<Excerpt> excerpts : changed) {
            read(cache.answer(new AnswerRequest(QUESTION, 1, List.of(), excerpts, "en")));
        }
        assertEquals(1 + changed.size(), model.asked().size());
    }

    @Test
    void asks_anew_in_another_language_and_another_setup() {
        read(cache.answer(first(QUESTION, HOURS)));
        read(cache.answer(new AnswerRequest(QUESTION, 1, List.of(), List.of(HOURS), "de")));
        read(memory.of(model, () -> "another model|site").answer(first(QUESTION, HOURS)));
        assertEquals(3, model.asked().size());
    }

    @Test
    void asks_anew_on_another_day() {
        AtomicReference<String> day = new AtomicReference<>("Monday");
        AnswerCache daily = memory.of(model, day::get);
        read(daily.answer(first("Are you open today?", HOURS)));
        day.set("Tuesday");
        assertEquals("Answer 2.", read(daily.answer(first("Are you open today?", HOURS))));
    }

    @Test
    void neither_finds_nor_keeps_answers_to_words_that_may_be_misheard() {
        AnswerRequest unsure = new AnswerRequest(QUESTION, 0.4, List.of(), List.of(HOURS), "en");
        read(cache.answer(unsure));
        assertEquals("Answer 2.", read(cache.answer(first(QUESTION, HOURS))));
        assertEquals("Answer 3.", read(cache.answer(unsure)));
        assertTrue(cache.known(unsure).isEmpty());
    }

    @Test
    void keeps_no_answer_that_its_engine_would_not_have_kept() {
        AnswerSetup discreet = new AnswerSetup() {
            @Override
            public String print() {
                return "model";
            }

            @Override
            public boolean mayBeKept(String response) {
                return !response.startsWith("Answer 1");
            }
        };
        AnswerCache cautious = memory.of(model, discreet);
        assertEquals("Answer 1.", read(cautious.answer(first(QUESTION, HOURS))));
        assertTrue(memory.entries().isEmpty());
        assertEquals("Answer 2.", read(cautious.answer(first(QUESTION, HOURS))));
        assertEquals(1, memory.entries().size());
    }

    @Test
    void keeps_nothing_of_an_answer_that_was_cut() {
        AnswerStream answer = cache.answer(first(QUESTION, HOURS));
        answer.next();
        answer.close();
        answer.next();
        assertTrue(memory.entries().isEmpty());
    }

    @Test
    void keeps_nothing_of_an_answer_that_broke_off() {
        FakeModel breaking = new FakeModel().breaks(new IllegalStateException("cut"));
        AnswerStream answer = memory.of(breaking, () -> "model|site").answer(first(QUESTION, HOURS));
        assertThrows(IllegalStateException.class, () -> read(answer));
        assertTrue(memory.entries().isEmpty());
    }

    @Test
    void rests_on_the_excerpts_of_the_request_at_hand() {
        model.grounded(excerpts -> List.of(excerpts.get(1)));
        AnswerStream said = cache.answer(first(QUESTION, HOURS, PRICES));
        read(said);
        Excerpt moreRelevant = new Excerpt(PRICES.title(), PRICES.url(), PRICES.text(), List.of(), 0.25);
        AnswerStream known = cache.answer(first(QUESTION, HOURS, moreRelevant));
        assertEquals(List.of(PRICES), said.grounds());
        assertEquals(List.of(moreRelevant), known.grounds());
        assertEquals(1, model.asked().size());
    }

    @Test
    void says_nothing_of_the_question_in_the_names_of_entries_and_gives_them_a_life() {
        read(cache.answer(first(QUESTION, HOURS)));
        String key = memory.entries().keySet().iterator().next();
        assertTrue(key.matches("[0-9a-f]{64}"), key);
        long left = memory.entries().getEntryView(key).getExpirationTime() - System.currentTimeMillis();
        assertTrue(Math.abs(left - AnswerMemory.TTL.toMillis()) < 30_000, "lives " + left + " ms");
    }

    @Test
    void comes_back_from_the_map_as_it_was() {
        IMap<String, StoredAnswer> entries = memory.entries();
        entries.set("key", new StoredAnswer("Gr\u00fc\u00dfe \uD83D\uDE00", new int[] {0, 2}));
        assertEquals("Gr\u00fc\u00dfe \uD83D\uDE00", entries.get("key").text());
        assertArrayEquals(new int[] {0, 2}, entries.get("key").grounds());
    }
}
