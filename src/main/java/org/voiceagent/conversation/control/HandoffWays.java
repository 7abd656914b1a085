package org.voiceagent.conversation.control;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;
import org.voiceagent.conversation.entity.Handoff;
import org.voiceagent.outbound.Webhook;

/** The ways to a person, as they are configured. */
final class HandoffWays {

    private static final String URL = "voice.handoff.url";
    private static final List<String> WEB = List.of("https", "http");
    private static final List<String> OTHER = List.of("mailto", "tel");

    private HandoffWays() {}

    static Handoff configured(Settings settings) {
        return new Handoff(
                settings.optionalText(URL).map(HandoffWays::checked),
                receiver(settings).isPresent());
    }

    /** Who is told messages to a person; empty where nobody is. */
    static Optional<Webhook.Receiver> receiver(Settings settings) {
        return Webhook.receiver(settings, "voice.handoff.webhook", "voice.handoff.secret");
    }

    /** It becomes a link in pages of others: nothing that runs, and no host that is hidden in a path. */
    private static String checked(String text) {
        boolean link;
        try {
            URI url = URI.create(text);
            link = url.getScheme() == null
                    ? text.startsWith("/") && !text.startsWith("//")
                    : WEB.contains(url.getScheme()) ? url.getHost() != null : OTHER.contains(url.getScheme());
        } catch (IllegalArgumentException malformed) {
            link = false;
        }
        if (!link) {
            throw new ConfigurationError(
                    URL, "must be an https, http, mailto or tel URL, or a path of this server that begins with /");
        }
        return text;
    }
}
