package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.answer.control.TokenCount;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;
import org.voiceagent.conversation.entity.ConsentRule;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.Handoff;
import org.voiceagent.conversation.entity.LiveSettings;
import org.voiceagent.conversation.entity.SpokenLanguages;
import org.voiceagent.conversation.store.ConversationMemory;

/** The component's values, read from the configuration once. */
@ApplicationScoped
public class ConversationBeans {

    private static final String CONSENT_REQUIRED = "voice.consent.required";
    private static final String RECORDINGS = "voice.recordings.enabled";
    private static final String CONSENT_VERSION = "voice.consent.version";

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    ConversationLimits limits(Config config) {
        Settings settings = new Settings(config);
        return new ConversationLimits(
                settings.duration("voice.session.ttl"),
                settings.number("voice.conversation.max-turns", 1),
                settings.number("voice.limits.turns-per-session", 0),
                settings.duration("voice.turn.lease"),
                settings.number("voice.conversation.window-turns", 0),
                settings.number("voice.conversation.window-tokens", 0),
                settings.number("voice.knowledge.passages", 1),
                settings.number("voice.question.max-characters", 1),
                settings.number("voice.history.max-messages", 0));
    }

    @Produces
    @Singleton
    LiveSettings live(Config config) {
        Settings settings = new Settings(config);
        Duration endpointing = settings.duration("voice.live.endpointing");
        return new LiveSettings(
                endpointing,
                settings.flag("voice.live.speculation") ? settings.duration("voice.live.pause") : endpointing,
                settings.duration("voice.live.barge-in"),
                settings.duration("voice.audio.max-duration"),
                settings.number("voice.live.connections", 0));
    }

    @Produces
    @Singleton
    ConsentRule consent(Config config) {
        return consent(new Settings(config));
    }

    static ConsentRule consent(Settings settings) {
        String version = settings.text(CONSENT_VERSION);
        if (!ConsentRule.VERSION.matcher(version).matches()) {
            throw new ConfigurationError(
                    CONSENT_VERSION, "must be up to 64 letters, digits, dots, hyphens and underscores");
        }
        ConsentRule rule = new ConsentRule(settings.flag(CONSENT_REQUIRED), version, settings.flag(RECORDINGS));
        if (rule.recording() && !rule.required()) {
            throw new ConfigurationError(
                    RECORDINGS, "needs " + CONSENT_REQUIRED + "=true: nobody is recorded who was not asked");
        }
        return rule;
    }

    @Produces
    @Singleton
    Handoff handoff(Config config) {
        return HandoffWays.configured(new Settings(config));
    }

    @Produces
    @Singleton
    HandoffOffers offers(Handoff ways, ConversationMemory memory) {
        return new HandoffOffers(ways, memory::recall);
    }

    @Produces
    @Singleton
    SpokenLanguages languages(Config config) {
        Settings settings = new Settings(config);
        settings.text("voice.languages");
        return new SpokenLanguages(settings.list("voice.languages"));
    }

    @Produces
    @Singleton
    StagePrices prices(Config config) {
        return new StagePrices(new Settings(config));
    }

    @Produces
    @Singleton
    VisitorTokens visitors(Config config, InstantSource clock) {
        return new VisitorTokens(new Settings(config), clock);
    }

    @Produces
    @Singleton
    HistoryWindow window(ConversationLimits limits, TokenCount tokens) {
        return new HistoryWindow(limits.windowTurns(), limits.windowTokens(), tokens);
    }
}
