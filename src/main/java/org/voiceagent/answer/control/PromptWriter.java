package org.voiceagent.answer.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.answer.entity.Message;

/** Writes the messages for a chat model. */
final class PromptWriter {

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    /** To a model that goes on with an answer. */
    static final String GO_ON = "The line broke off. The visitor has heard all that you have said so far. "
            + "Go on exactly where you stopped, with the next sentence; repeat nothing, and do not mention the line. "
            + "If the answer was complete, say nothing more than: That was all.";

    private final SystemText systemText;
    private final InstantSource clock;
    private final ZoneId zone;

    PromptWriter(SystemText systemText, InstantSource clock, ZoneId zone) {
        this.systemText = systemText;
        this.clock = clock;
        this.zone = zone;
    }

    /** The system text, then the history, then the passages and the question, then what has been said of the answer. */
    JsonArray messages(AnswerRequest request) {
        JsonArrayBuilder messages = JSON.createArrayBuilder();
        messages.add(message("system", system(request.language())));
        for (Message earlier : request.history()) {
            // an upstream refuses empty content, and an interrupted turn may have left none
            if (!earlier.content().isBlank()) {
                messages.add(
                        message(earlier.role().name().toLowerCase(Locale.ROOT), Material.harmless(earlier.content())));
            }
        }
        messages.add(message("user", question(request)));
        if (!request.begun().isEmpty()) {
            messages.add(message("assistant", Material.harmless(request.begun())));
            messages.add(message("user", GO_ON));
        }
        return messages.build();
    }

    String system(String language) {
        String name = Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
        return systemText.on(today(), name.isEmpty() ? "the language of the question" : name);
    }

    /** All that shapes the messages besides the request. */
    String setup() {
        return systemText.print() + "|" + today();
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), zone).format(DAY);
    }

    private static String question(AnswerRequest request) {
        StringBuilder text = new StringBuilder();
        List<Excerpt> excerpts = request.excerpts();
        for (int i = 0; i < excerpts.size(); i++) {
            text.append("<passage n=\"")
                    .append(i + 1)
                    .append("\" title=\"")
                    .append(Material.title(excerpts.get(i).title()));
            text.append("\">\n")
                    .append(Material.harmless(excerpts.get(i).text()))
                    .append("\n</passage>\n");
        }
        if (excerpts.isEmpty()) {
            text.append("No passage was found for this question.\n");
        }
        if (!request.sure()) {
            text.append("The question was spoken and may be misheard; if it makes no sense, ask to say it again.\n");
        }
        return text.append("<question>\n")
                .append(Material.harmless(request.question()))
                .append("\n</question>")
                .toString();
    }

    private static JsonObject message(String role, String content) {
        return JSON.createObjectBuilder()
                .add("role", role)
                .add("content", content)
                .build();
    }
}
