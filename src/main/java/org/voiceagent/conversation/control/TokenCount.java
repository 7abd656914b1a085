package org.voiceagent.conversation.control;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.function.ToIntFunction;

/**
 * Tokens of a text as OpenAI's current models count them; close enough for others. The table is loaded at the first call,
 * since a server on embedded engines may never need it.
 */
final class TokenCount implements ToIntFunction<String> {

    private Encoding encoding;

    @Override
    public int applyAsInt(String text) {
        return encoding().countTokensOrdinary(text);
    }

    private synchronized Encoding encoding() {
        if (encoding == null) {
            encoding = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
        }
        return encoding;
    }
}
