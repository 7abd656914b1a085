package org.voiceagent.answer.control;

import java.util.regex.Pattern;

/**
 * Texts of others in a prompt: documents, questions, what was said before. They are shown to the model between delimiters,
 * so they may hold nothing that a model, or the server's template for it, could take for a delimiter or a role.
 */
final class Material {

    /** Angle brackets, those that a tokeniser may make of others included: delimiters, and roles as {@code <|im_start|>}. */
    private static final Pattern OPENING = Pattern.compile("[<\\uFE64\\uFF1C]");

    private static final Pattern CLOSING = Pattern.compile("[>\\uFE65\\uFF1E]");

    /** Roles of other models' templates, as {@code [INST]} and {@code [/SYSTEM_PROMPT]}. */
    private static final Pattern ROLE = Pattern.compile("\\[(/?[A-Z][A-Z_]{2,})]");

    /** Control characters, and letters that no reader sees but a model may read: Unicode's tags. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\x{E0000}-\\x{E007F}]");

    private Material() {}

    /** The text as it can be read, without what could end it. */
    static String harmless(String text) {
        String seen = UNSEEN.matcher(text).replaceAll("");
        String closed =
                CLOSING.matcher(OPENING.matcher(seen).replaceAll("\u2039")).replaceAll("\u203A");
        return ROLE.matcher(closed).replaceAll("($1)");
    }

    /** The same within one line and double quotes. */
    static String title(String text) {
        return harmless(text).replace('"', '\'').replaceAll("\\s+", " ");
    }
}
