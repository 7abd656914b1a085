package org.voiceagent.conversation.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.answer.control.AnswerModel;
import org.voiceagent.answer.control.QuestionGuard;
import org.voiceagent.configuration.Settings;
import org.voiceagent.conversation.entity.ConsentRule;
import org.voiceagent.conversation.entity.LiveSettings;
import org.voiceagent.conversation.store.KnownVisitors;
import org.voiceagent.limits.control.Allowances;
import org.voiceagent.speech.control.Synthesizer;
import org.voiceagent.transcription.control.Transcriber;

/**
 * Makes all that a turn needs when the application starts: a wrong key stops the start, not the first visitor. The order is
 * the priorities': the cluster's member, then this.
 */
@ApplicationScoped
public class StartUp {

    private static final Logger LOG = Logger.getLogger(StartUp.class.getName());
    private static final int AFTER_THE_MEMBER = 200;

    @Inject
    private Config config;

    @Inject
    private Transcriber transcriber;

    @Inject
    private AnswerModel model;

    @Inject
    private Synthesizer synthesizer;

    @Inject
    private TurnThreads threads;

    @Inject
    private Allowances allowances;

    @Inject
    private StagePrices prices;

    @Inject
    private SentenceGate gate;

    @Inject
    private QuestionGuard guard;

    @Inject
    private LiveSettings live;

    @Inject
    private ConsentRule consent;

    @Inject
    private VisitorTokens tokens;

    @Inject
    private KnownVisitors visitors;

    void start(@Observes @Priority(AFTER_THE_MEMBER) @Initialized(ApplicationScoped.class) Object event) {
        LOG.info(() -> "Voice Agent at " + new Settings(config).url("voice.public-url") + " transcription="
                + transcriber.engine() + " answer=" + model.engine() + " speech=" + synthesizer.engine()
                + " slots=" + threads.freeSlots());
    }
}
