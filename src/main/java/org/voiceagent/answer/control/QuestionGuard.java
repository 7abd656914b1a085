package org.voiceagent.answer.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Guarded;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.configuration.Settings;
import org.voiceagent.redaction.Redaction;

/** Questions that no engine is asked, as it is configured: they get a short reply of the site, which costs nothing. */
@Singleton
public class QuestionGuard {

    private final Optional<Pattern> blocked;
    private final boolean offTopic;
    private final SiteReplies replies;

    @Inject
    QuestionGuard(Config config) {
        this(new Settings(config));
    }

    QuestionGuard(Settings settings) {
        blocked = Redaction.pattern(settings, "voice.guard.blocked");
        offTopic = settings.flag("voice.guard.off-topic");
        replies = new SiteReplies(settings.optionalText("voice.site.contact"));
    }

    /** @return empty when an engine has to answer */
    public Optional<AnswerStream> reply(AnswerRequest request) {
        return reason(request).map(why -> replies.to(request, why));
    }

    private Optional<Guarded> reason(AnswerRequest request) {
        if (blocked.filter(pattern -> pattern.matcher(request.question()).find())
                .isPresent()) {
            return Optional.of(Guarded.BLOCKED);
        }
        boolean strange = offTopic && EmbeddedAnswerModel.nothingFits(request) && !asked(request.history());
        return strange ? Optional.of(Guarded.OFF_TOPIC) : Optional.empty();
    }

    /** Whether the visitor was asked something: whatever comes is an answer to it, and fits no passage by itself. */
    private static boolean asked(List<Message> history) {
        return !history.isEmpty()
                && history.get(history.size() - 1).content().strip().matches("(?s).*[?\\u061F]");
    }
}
