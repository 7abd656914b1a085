package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.audio.AudioClip;
import org.voiceagent.conversation.entity.Conversation;
import org.voiceagent.conversation.entity.LiveSettings;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.conversation.entity.SpokenLanguages;
import org.voiceagent.conversation.store.ConversationMemory;
import org.voiceagent.cost.Money;
import org.voiceagent.limits.control.Allowances;
import org.voiceagent.transcription.control.Transcriber;
import org.voiceagent.transcription.entity.Utterance;

/** The stages of a live utterance before it is a turn. What they cost is set aside and settled, whatever becomes of it. */
@ApplicationScoped
public class Overhearing {

    @Inject
    private ConsentCheck consent;

    @Inject
    private Allowances allowances;

    @Inject
    private StagePrices prices;

    @Inject
    private Transcriber transcriber;

    @Inject
    private SpokenLanguages languages;

    @Inject
    private Answering answering;

    @Inject
    private ConversationMemory memory;

    @Inject
    private LiveSettings settings;

    @Inject
    private TurnMetrics metrics;

    /** Sets aside what hearing an utterance costs, and an answer begun ahead. */
    Overheard open(LiveConversation conversation, AudioClip utterance) {
        consent.require(conversation.session());
        Money most = settings.speculates() ? prices.mostForAnswer() : Money.ZERO;
        return new Overheard(allowances.forVoiceTurn(
                conversation.address(),
                conversation.session().value(),
                most,
                prices.ofAudio(utterance.duration()),
                true));
    }

    Optional<Question> hear(Overheard overheard, LiveConversation conversation, AudioClip utterance) {
        String language = languages.of(remembered(conversation).preferences());
        Optional<Question> question = transcriber
                .transcribe(new Utterance(utterance, language))
                .map(heard -> new Question(heard.text(), heard.confidence(), heard.wordings()));
        overheard.costs(prices.ofAudio(utterance.duration()));
        return question;
    }

    void begin(Overheard overheard, LiveConversation conversation, Question question) {
        Conversation remembered = remembered(conversation);
        List<Message> history = conversation.history().orElseGet(() -> answering.history(remembered.turns()));
        overheard.begins(answering.ahead(question, history, remembered.preferences()));
    }

    private Conversation remembered(LiveConversation conversation) {
        return memory.recall(conversation.session()).orElseThrow(() -> SessionProblem.unknownTo(memory));
    }

    /** @param ahead whether it was heard before it was decided on */
    void decided(Overheard overheard, boolean ahead, boolean committed) {
        if (!committed) {
            overheard.ahead().ifPresent(useless -> {
                overheard.costs(answering.dropped(useless));
                metrics.wastedTokens().inc(useless.answer().usage().total());
            });
        }
        if (ahead) {
            metrics.speculations(committed).inc();
        }
        overheard.settle();
    }
}
