package org.voiceagent.conversation.entity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A visitor whom the site has told us of, as the server knows them: the first 128 bits of a keyed hash of the site's own id, in
 * hex. Whoever has no key cannot tell whether it is that of an id they guess.
 */
public record VisitorRef(String value) {

    /** Of the hash. */
    public static final int BYTES = 16;

    private static final Pattern WHOLE = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");

    public VisitorRef {
        if (!WHOLE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a reference of a visitor");
        }
    }

    /** @param text empty for nobody */
    public static Optional<VisitorRef> of(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new VisitorRef(text));
    }
}
