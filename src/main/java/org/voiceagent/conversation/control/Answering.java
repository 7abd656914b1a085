package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.voiceagent.answer.control.AnswerModel;
import org.voiceagent.answer.control.AnswerStream;
import org.voiceagent.answer.control.FreeAnswers;
import org.voiceagent.answer.control.QuestionGuard;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.conversation.entity.SpokenLanguages;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.cost.Money;
import org.voiceagent.cost.StageCosts;

/** The third stage: what the answer may rest on, the history that fits, and an engine that begins to answer. */
@ApplicationScoped
public class Answering {

    @Inject
    private Grounding grounding;

    @Inject
    private HistoryWindow window;

    @Inject
    private SpokenLanguages languages;

    @Inject
    private AnswerModel model;

    @Inject
    private QuestionGuard guard;

    @Inject
    private FreeAnswers freeAnswers;

    @Inject
    private StagePrices prices;

    /** Returns when the answer has begun to come; at once when it was begun ahead, with the same history. */
    AnswerStream of(RunningTurn running, Entry.Admitted entry) {
        List<Message> history = running.request().history().orElseGet(() -> history(entry.turns()));
        Optional<Ahead> ahead = running.ahead();
        if (ahead.isPresent() && ahead.get().history().equals(history)) {
            return ahead.get().answer();
        }
        ahead.ifPresent(useless -> running.costs(StageCosts.ofAnswer(dropped(useless))));
        AnswerRequest request = request(running.question(), history, entry.preferences(), running.told());
        return guard.reply(request)
                .orElseGet(() -> entry.allowance().paid() ? model.answer(request) : freeAnswers.answer(request));
    }

    /** What of these turns a prompt holds. */
    List<Message> history(List<Turn> turns) {
        return window.of(turns);
    }

    /** Begins an answer before its turn, for whoever can pay. */
    Ahead ahead(Question question, List<Message> history, Preferences preferences) {
        AnswerRequest request = request(question, history, preferences, "");
        return new Ahead(guard.reply(request).orElseGet(() -> model.answer(request)), history);
    }

    /** @return what it has cost */
    Money dropped(Ahead useless) {
        useless.answer().close();
        return prices.ofAnswer(useless.answer().usage());
    }

    private AnswerRequest request(Question question, List<Message> history, Preferences preferences, String told) {
        List<Message> admitted = guard.admitted(history);
        String language = languages.of(preferences);
        return new AnswerRequest(
                question.text(),
                question.confidence(),
                admitted,
                grounding.of(question, admitted, language),
                language,
                told);
    }
}
