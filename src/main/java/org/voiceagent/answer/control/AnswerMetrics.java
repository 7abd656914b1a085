package org.voiceagent.answer.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.voiceagent.cost.Usage;

/**
 * What chat completions took and consumed, by the names of OpenTelemetry's semantic conventions for generative AI: {@code
 * gen_ai.client.operation.duration} and {@code gen_ai.client.token.usage}. The dots are underscores here, as Prometheus has them.
 */
final class AnswerMetrics {

    private static final String DURATION = "gen_ai_client_operation_duration";
    private static final String TOKENS = "gen_ai_client_token_usage";

    private final MetricRegistry registry;
    private final String model;

    AnswerMetrics(MetricRegistry registry, String model) {
        this.registry = registry;
        this.model = model;
    }

    MeasuredAnswers.Measures measures() {
        return new MeasuredAnswers.Measures(this::took, this::consumed);
    }

    private void took(Duration duration, Optional<String> error) {
        // the same tags each time: the server does not take one name with and without one
        registry.timer(DURATION, tags(new Tag("error_type", error.orElse("")))).update(duration);
    }

    private void consumed(Usage usage) {
        registry.histogram(TOKENS, tags(new Tag("gen_ai_token_type", "input"))).update(usage.input());
        registry.histogram(TOKENS, tags(new Tag("gen_ai_token_type", "output"))).update(usage.output());
    }

    private Tag[] tags(Tag own) {
        List<Tag> tags = new ArrayList<>(List.of(
                new Tag("gen_ai_operation_name", "chat"),
                new Tag("gen_ai_provider_name", "openai"),
                new Tag("gen_ai_request_model", model)));
        tags.add(own);
        return tags.toArray(Tag[]::new);
    }
}
