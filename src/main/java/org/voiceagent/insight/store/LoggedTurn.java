package org.voiceagent.insight.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.stream.Collectors;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Rating;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.Source;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnCompleted;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.conversation.entity.TurnSetting;

/** A turn's row in the log. Columns without a value are null, as SQL has it. */
@Entity
@Table(name = "voice_agent_turn")
class LoggedTurn {

    private static final int MOST_QUESTION = 10_000;
    private static final int MOST_RESPONSE = 100_000;
    private static final int MOST_SOURCES = 10_000;
    private static final int MOST_NAME = 200;
    private static final int MOST_LANGUAGE = 35;

    @Id
    private String id;

    @Column(name = "session_ref")
    private String session;

    @Column(name = "turn_id")
    private String turn;

    @Column(name = "turn_number")
    private Long number;

    @Column(name = "ended_at")
    private long endedAt;

    private String mode;
    private boolean spoken;
    private String language;
    private String question;

    @Column(name = "question_key")
    private Long questionKey;

    private String response;
    private String sources;
    private String outcome;
    private String problem;

    @Column(name = "transcription_engine")
    private String transcriptionEngine;

    @Column(name = "answer_engine")
    private String answerEngine;

    @Column(name = "speech_engine")
    private String speechEngine;

    @Embedded
    private LoggedTimings timings;

    @Embedded
    private LoggedConsumption consumption;

    private String rating;
    private String member;

    protected LoggedTurn() {
        // for Jakarta Persistence
    }

    static String id(SessionRef session, TurnId turn) {
        return session.value() + "/" + turn;
    }

    /** @param member the server that ran it */
    static LoggedTurn of(TurnCompleted event, KeptWords words, String member) {
        Turn ended = event.turn();
        LoggedTurn logged = new LoggedTurn();
        logged.id = id(event.session(), ended.id());
        logged.session = event.session().value();
        logged.turn = ended.id().toString();
        logged.number = event.number().isPresent() ? event.number().getAsLong() : null;
        logged.endedAt = ended.at().toEpochMilli();
        logged.outcome = ended.outcome().word();
        logged.problem = event.problem().map(LoggedTurn::name).orElse(null);
        logged.timings = LoggedTimings.of(event.timings());
        logged.consumption = LoggedConsumption.of(event.consumption(), words.currency());
        logged.member = member;
        logged.serve(event.setting());
        if (event.number().isPresent()) {
            logged.say(ended, words);
        } else {
            logged.sources = "";
        }
        return logged;
    }

    private void serve(TurnSetting setting) {
        mode = setting.mode().word();
        spoken = setting.spoken();
        language = Storable.text(setting.language(), MOST_LANGUAGE);
        transcriptionEngine = setting.transcription().map(LoggedTurn::name).orElse(null);
        answerEngine = name(setting.answer());
        speechEngine = setting.speech().map(LoggedTurn::name).orElse(null);
    }

    private void say(Turn ended, KeptWords words) {
        question = words.of(ended.question())
                .map(text -> Storable.text(text, MOST_QUESTION))
                .orElse(null);
        questionKey = Optional.ofNullable(question).flatMap(QuestionKey::of).orElse(null);
        response = kept(ended.response(), words).orElse(null);
        sources = Storable.text(
                ended.sources().stream().map(LoggedTurn::named).distinct().collect(Collectors.joining("\n")),
                MOST_SOURCES);
    }

    /** An accepted answer may have no address, and is a source all the same. */
    private static String named(Source source) {
        return source.url().isEmpty() ? source.title() : source.url();
    }

    private static String name(String text) {
        return Storable.text(text, MOST_NAME);
    }

    String session() {
        return session;
    }

    String id() {
        return id;
    }

    /** Whether it ended later than another try of the same turn. */
    boolean after(LoggedTurn other) {
        return endedAt >= other.endedAt;
    }

    /** Takes over what a visitor has said of an earlier try; of the same one, told again, also how much of it was heard. */
    void keepSaidOf(LoggedTurn earlier) {
        rating = earlier.rating;
        if (endedAt == earlier.endedAt && earlier.outcome.equals(Outcome.INTERRUPTED.word())) {
            cut(Optional.ofNullable(earlier.response));
        }
    }

    /** @param heard as it is kept; empty where no words are */
    void cut(Optional<String> heard) {
        outcome = Outcome.INTERRUPTED.word();
        response = heard.orElse(null);
    }

    static Optional<String> kept(String heard, KeptWords words) {
        return words.of(heard).map(text -> Storable.text(text, MOST_RESPONSE));
    }

    void rate(Optional<Rating> said) {
        rating = said.map(Rating::word).orElse(null);
    }
}
