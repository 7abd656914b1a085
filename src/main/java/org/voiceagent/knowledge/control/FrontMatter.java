package org.voiceagent.knowledge.control;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between two lines of hyphens before a Markdown document: keys and values, of which three count. */
final class FrontMatter {

    private static final Pattern FRONT = Pattern.compile("\\A---\\R(.*?\\R|)---(\\R|\\z)", Pattern.DOTALL);

    private final String front;
    private final String body;

    private FrontMatter(String front, String body) {
        this.front = front;
        this.body = body;
    }

    static FrontMatter of(String markdown) {
        Matcher matter = FRONT.matcher(markdown);
        return matter.find()
                ? new FrontMatter(matter.group(1), markdown.substring(matter.end()))
                : new FrontMatter("", markdown);
    }

    /** The document without it. */
    String body() {
        return body;
    }

    Optional<String> title() {
        return value("title");
    }

    /**
     * Where visitors can read the document.
     *
     * @throws DocumentRefused when they cannot, or had better not
     */
    Optional<String> url() {
        return value("url")
                .map(url -> SourceUrl.of(url)
                        .orElseThrow(
                                () -> new DocumentRefused("has a url that is neither a path nor of http or https")));
    }

    Optional<String> language() {
        return value("language|lang");
    }

    private Optional<String> value(String key) {
        Matcher line =
                Pattern.compile("(?m)^(?:" + key + ")[ \\t]*:[ \\t]*(.*)$").matcher(front);
        return line.find()
                ? Optional.of(line.group(1).strip().replaceFirst("^([\"'])(.*)\\1$", "$2"))
                        .filter(value -> !value.isEmpty())
                : Optional.empty();
    }
}
