package org.voiceagent.conversation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.voiceagent.conversation.entity.Consent;
import org.voiceagent.conversation.entity.Conversation;
import org.voiceagent.conversation.entity.Handoff;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Source;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnId;

class HandoffOffersTest {

    private static final SessionRef SESSION = new SessionRef("session");
    private static final Handoff WAYS = new Handoff(Optional.of("/contact"), true);
    private static final List<Source> SOURCES = List.of(new Source("Opening hours", "help/opening-hours.html"));
    private static final List<Source> NONE = List.of();

    private final List<Turn> remembered = new ArrayList<>();

    private static Turn turn(String question, Outcome outcome, List<Source> sources) {
        return new Turn(TurnId.mint(), question, "An answer.", Instant.EPOCH, outcome, sources);
    }

    private Turn after(String question, Outcome outcome, List<Source> sources) {
        Turn turn = turn(question, outcome, sources);
        remembered.add(turn);
        return turn;
    }

    private Optional<Handoff> offered(Handoff ways, Turn turn) {
        return new HandoffOffers(
                        ways,
                        session -> Optional.of(new Conversation(
                                Preferences.NONE,
                                new Consent(Optional.empty(), Optional.empty()),
                                remembered,
                                Duration.ofMinutes(1))))
                .after(SESSION, turn);
    }

    @Test
    void who_asks_for_a_person_is_offered_one_whatever_the_answer() {
        assertEquals(Optional.of(WAYS), offered(WAYS, after("Can I talk to a person?", Outcome.DONE, SOURCES)));
    }

    @Test
    void the_second_answer_in_a_row_that_knows_nothing_offers_one() {
        assertEquals(Optional.empty(), offered(WAYS, after("Do you sell boats?", Outcome.DONE, NONE)));
        Turn second = after("And planes?", Outcome.DONE, NONE);
        assertEquals(Optional.of(WAYS), offered(WAYS, second));
        after("Told again, later", Outcome.DONE, SOURCES);
        assertEquals(Optional.of(WAYS), offered(WAYS, second));
    }

    @Test
    void an_answer_with_a_source_in_between_begins_anew() {
        after("Do you sell boats?", Outcome.DONE, NONE);
        after("When do you open?", Outcome.DONE, SOURCES);
        assertEquals(Optional.empty(), offered(WAYS, after("And planes?", Outcome.DONE, NONE)));
    }

    @Test
    void what_was_interrupted_or_blocked_is_not_unknown() {
        after("Do you sell boats?", Outcome.INTERRUPTED, NONE);
        assertEquals(Optional.empty(), offered(WAYS, after("And planes?", Outcome.DONE, NONE)));
        assertEquals(Optional.empty(), offered(WAYS, after("And trains?", Outcome.BLOCKED, NONE)));
    }

    @Test
    void of_a_turn_that_is_not_remembered_only_its_own_question_counts() {
        after("Do you sell boats?", Outcome.DONE, NONE);
        assertEquals(Optional.empty(), offered(WAYS, turn("And planes?", Outcome.DONE, NONE)));
        assertEquals(Optional.of(WAYS), offered(WAYS, turn("operator", Outcome.DONE, NONE)));
    }

    @Test
    void without_a_way_nothing_is_offered() {
        Handoff none = new Handoff(Optional.empty(), false);
        assertEquals(Optional.empty(), offered(none, after("operator", Outcome.DONE, NONE)));
    }
}
