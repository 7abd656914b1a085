package org.voiceagent.answer.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
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

    /** Its last sentence is a question, in quotes too, or with a smile behind it. */
    private static final Pattern ASKS = Pattern.compile("(?s).*[?\\u061F\\uFF1F][^\\p{L}\\p{N}]*");

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

    /** Without the questions that would have been blocked, and what is said to be their answers: the client may hold it. */
    public List<Message> admitted(List<Message> history) {
        List<Message> admitted = new ArrayList<>();
        boolean admits = true;
        for (Message message : history) {
            if (message.role() == Message.Role.USER) {
                admits = !blocks(message.content());
            }
            if (admits) {
                admitted.add(message);
            }
        }
        return admitted;
    }

    private boolean blocks(String question) {
        return blocked.filter(pattern -> pattern.matcher(question).find()).isPresent();
    }

    private Optional<Guarded> reason(AnswerRequest request) {
        if (blocks(request.question())) {
            return Optional.of(Guarded.BLOCKED);
        }
        boolean strange = offTopic && EmbeddedAnswerModel.nothingFits(request) && !asked(request.history());
        return strange ? Optional.of(Guarded.OFF_TOPIC) : Optional.empty();
    }

    /**
     * Whether the visitor was asked something, or may have been before interrupting: whatever comes is an answer to it, and
     * fits no passage by itself.
     */
    private static boolean asked(List<Message> history) {
        if (history.isEmpty()) {
            return false;
        }
        String last = history.get(history.size() - 1).content();
        return last.endsWith(Message.INTERRUPTED) || ASKS.matcher(last).matches();
    }
}
