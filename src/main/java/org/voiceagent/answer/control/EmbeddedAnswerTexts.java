package org.voiceagent.answer.control;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All that the embedded engine says in words of its own; the rest it quotes. */
final class EmbeddedAnswerTexts {

    static final List<String> UNKNOWN = List.of(
            "I'm sorry, I don't know that.",
            "You could ask in other words, or look for how to contact us on this website.");

    static final List<String> DECLINED = List.of("All right.", "Then please ask once more, in other words.");

    private static final Pattern ASKED_BACK = Pattern.compile("^Did you mean: (.+)\\?$");
    private static final Pattern YES = Pattern.compile(
            "^(yes|yeah|yep|yup|sure|exactly|right|correct|ok|okay|please|that's right|that is right|i did|i do|of course)\\b"
                    + "( (yes|please|i did|i do|exactly|that's right|that one|thanks|thank you|right))*$");
    private static final Pattern NO =
            Pattern.compile("^(no|nope|not really|wrong)\\b( (no|thanks|thank you|i didn't|i did not|not that))*$");

    private EmbeddedAnswerTexts() {}

    /** Asks whether the excerpt's matter is meant. */
    static String didYouMean(String title) {
        return "Did you mean: " + spoken(title) + "?";
    }

    /** Whether a response was the question of {@link #didYouMean} for this title. */
    static boolean askedFor(String title, String response) {
        Matcher asked = ASKED_BACK.matcher(response.strip());
        return asked.matches() && asked.group(1).equals(spoken(title));
    }

    static boolean askedBack(String response) {
        return ASKED_BACK.matcher(response.strip()).matches();
    }

    static boolean agrees(String question) {
        return YES.matcher(plain(question)).matches();
    }

    static boolean declines(String question) {
        return NO.matcher(plain(question)).matches();
    }

    private static String spoken(String title) {
        return title.replace(": ", ", ");
    }

    private static String plain(String question) {
        return question.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z' ]", " ")
                .replaceAll(" +", " ")
                .strip();
    }
}
