package org.voiceagent.knowledge.control;

import java.util.Map;
import java.util.regex.Pattern;

/** Tells questions that may speak of what was asked before by how they begin, or by a pronoun. */
final class PointingBack {

    private static final Map<String, Pattern> WORDS = Map.of(
            "en",
                    Pattern.compile("(?i)^\\s*(and|or|but|what about|how about|what if)\\b"
                            + "|\\b(it|that|they|them|those|there|then|this|these)\\b"),
            "de",
                    // before a noun, which has a capital letter, it is an article
                    Pattern.compile("(?iU)^\\s*(und|oder|aber|was ist mit|wie ist es mit|wie sieht es mit)\\b"
                            + "|\\b(das|die|der|den)\\b(?!\\s+(?-i:\\p{Lu}))"
                            + "|\\b(es|dies|diese[rsmn]?|dort|dafür|damit|davon|dazu|darin|ihn|ihm)\\b"),
            "es",
                    Pattern.compile("(?iU)^\\W*(y|o|pero|qué tal|qué pasa con)\\b"
                            + "|\\b(eso|esto|aquello|ese|esos|esas|allí|entonces|ello)\\b"),
            "fr",
                    Pattern.compile("(?iU)^\\s*(et|ou|mais|qu'en est-il)\\b"
                            + "|\\b(ça|cela|ceci|celui-ci|celle-ci|ceux-ci|y|alors)\\b"));

    private static final Pattern NONE = Pattern.compile("(?!)");

    private PointingBack() {}

    /** Never in other languages than these: there a question takes over words only where it has few of its own. */
    static boolean in(String question, String language) {
        return WORDS.getOrDefault(language, NONE).matcher(question).find();
    }
}
