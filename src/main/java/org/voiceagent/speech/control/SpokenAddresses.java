package org.voiceagent.speech.control;

import java.util.List;
import java.util.regex.Pattern;

/** Web and mail addresses for the ear: nobody wants to hear a scheme or a path. */
final class SpokenAddresses {

    private static final String HOST = "(?:[\\p{Alnum}-]{1,63}\\.)+";
    private static final String ENDINGS =
            "(?:com|org|net|info|io|eu|uk|de|at|ch|fr|it|es|nl|shop|bike|app|dev|example|test)";
    private static final String PATH = "(?::\\d{1,5})?(?:[/?#][^\\s<>()]*[^\\s<>().,;:!?])?/?";

    private static final List<Rule> RULES = List.of(
            Rule.of(
                    "(?:mailto:)?([\\p{Alnum}._%+-]{1,64}@" + HOST + "\\p{Alpha}{2,24})",
                    match -> mail(match.group(1))),
            Rule.of("(?i)https?://(?:www\\.)?([^\\s/?#:<>()]+[\\p{Alnum}])" + PATH, match -> host(match.group(1))),
            Rule.of("(?i)\\b(?:www\\.)(" + HOST + "\\p{Alpha}{2,24})\\b" + PATH, match -> host(match.group(1))),
            Rule.of("\\b(" + HOST + ENDINGS + ")\\b(?!\\.\\p{Alnum})" + PATH, match -> host(match.group(1))));

    private static final Pattern DOT = Pattern.compile("\\.");

    private SpokenAddresses() {}

    static String in(String text) {
        return Rule.all(RULES, text);
    }

    private static String host(String host) {
        return DOT.matcher(host).replaceAll(" dot ").replace("-", " dash ");
    }

    private static String mail(String address) {
        int at = address.lastIndexOf('@');
        String name =
                host(address.substring(0, at)).replace("_", " underscore ").replace("+", " plus ");
        return name + " at " + host(address.substring(at + 1));
    }
}
