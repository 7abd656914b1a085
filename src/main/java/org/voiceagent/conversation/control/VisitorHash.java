package org.voiceagent.conversation.control;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;
import org.voiceagent.conversation.entity.VisitorRef;

/**
 * Makes references of the ids by which a site knows its visitors (HMAC-SHA256, RFC 2104). Those ids are often numbers or addresses
 * of mail: without a key, whoever read the map could try them all.
 */
final class VisitorHash {

    private static final String KEY = "voice.visitors.reference-secret";
    private static final String ALGORITHM = "HmacSHA256";
    /** The secret may sign tokens as well: what is hashed with it here is never what is signed. */
    private static final String PURPOSE = "visitor\n";

    private final SecretKeySpec key;

    private VisitorHash(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    static VisitorHash of(Settings settings) {
        if (settings.optionalText(KEY).isPresent()) {
            return new VisitorHash(VisitorKeys.secret(settings, KEY));
        }
        if (settings.optionalText(VisitorKeys.FILE).isPresent()) {
            throw new ConfigurationError(
                    KEY, "is missing: a public key is no secret to make references of visitors with");
        }
        return settings.optionalText(VisitorKeys.SECRET).isPresent()
                ? new VisitorHash(VisitorKeys.secret(settings, VisitorKeys.SECRET))
                : new VisitorHash(KEY.getBytes(StandardCharsets.US_ASCII));
    }

    VisitorRef reference(String id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] digest = mac.doFinal((PURPOSE + id).getBytes(StandardCharsets.UTF_8));
            return new VisitorRef(HexFormat.of().formatHex(digest, 0, VisitorRef.BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
