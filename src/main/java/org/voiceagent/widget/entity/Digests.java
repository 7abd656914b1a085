package org.voiceagent.widget.entity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The hash of <a href="https://www.w3.org/TR/SRI/">Subresource Integrity</a>, which every Java has. */
final class Digests {

    private Digests() {}

    static MessageDigest sha384() {
        try {
            return MessageDigest.getInstance("SHA-384");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** As the attribute {@code integrity} has it. */
    static String integrity(byte[] content) {
        return "sha384-" + Base64.getEncoder().encodeToString(sha384().digest(content));
    }
}
