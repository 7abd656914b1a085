package org.voiceagent.admin.boundary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.voiceagent.knowledge.control.SourceUrl;
import org.voiceagent.web.InvalidField;

/** What admins say of documents and answers, checked. */
final class KnowledgeFields {

    private static final int LONGEST_URL = 2000;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");

    private KnowledgeFields() {}

    /** @return empty for a blank one */
    static Optional<String> url(String field, String url) {
        if (url.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(SourceUrl.checked(url)
                .filter(checked -> checked.length() <= LONGEST_URL)
                .orElseThrow(() -> new InvalidField(field, "must be a path, or an address of http or https.")));
    }

    /** @return empty for a blank one */
    static Optional<String> language(String tag) {
        Optional<String> language = Optional.of(tag.strip()).filter(words -> !words.isEmpty());
        if (language.isPresent() && !LANGUAGE.matcher(language.get()).matches()) {
            throw new InvalidField("/language", "must be a BCP 47 tag, written like en or de-AT.");
        }
        return language;
    }

    /** How a browser is told to save a file under its name, whatever its letters are (RFC 6266, RFC 8187). */
    static String attachment(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename*=UTF-8''" + encoded;
    }
}
