package org.voiceagent.insight.control;

import jakarta.json.Json;
import java.util.Optional;
import org.voiceagent.configuration.Settings;
import org.voiceagent.insight.entity.BudgetAlert;
import org.voiceagent.outbound.Webhook;

/**
 * Tells alerts to a URL.
 *
 * @param site the sender, as visitors know it
 */
record AlertWebhook(Webhook webhook, String site) {

    /** Empty where nobody is to be told. */
    static Optional<Webhook.Receiver> receiver(Settings settings) {
        return Webhook.receiver(settings, "voice.cost.alert.webhook", "voice.cost.alert.secret");
    }

    void send(BudgetAlert alert) {
        webhook.send(json(alert, site));
    }

    static String json(BudgetAlert alert, String site) {
        return Json.createObjectBuilder()
                .add("event", "budget")
                .add("id", alert.id())
                .add("site", site)
                .add(
                        alert.budget().period().span().word(),
                        alert.budget().period().toString())
                .add("percent", alert.percent())
                .add("currency", alert.currency())
                .add("budget", alert.most())
                .add("used", alert.used())
                .add("left", alert.left())
                .add("spent", alert.budget().spent())
                .add("at", alert.at().toString())
                .build()
                .toString();
    }
}
