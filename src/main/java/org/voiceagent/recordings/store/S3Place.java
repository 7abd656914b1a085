package org.voiceagent.recordings.store;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.voiceagent.configuration.ConfigurationError;
import org.voiceagent.configuration.Settings;

/**
 * Which S3-compatible store, and how it is asked.
 *
 * @param endpoint empty for Amazon's own
 * @param pathStyle whether the bucket stands in the path, not in the host's name
 * @param prefix of all keys
 * @param encryption what the store is told to encrypt with; empty leaves it to the store
 * @param timeout of one call, as a whole
 */
record S3Place(
        Optional<URI> endpoint,
        String region,
        boolean pathStyle,
        String bucket,
        String prefix,
        Credentials credentials,
        Optional<Encryption> encryption,
        Duration timeout) {

    private static final String S3 = "voice.recordings.s3.";
    private static final String ENDPOINT = S3 + "endpoint";

    /** Never told to anybody but the store. */
    record Credentials(String accessKey, String secretKey) {

        @Override
        public String toString() {
            return "credentials";
        }
    }

    /**
     * @param method as the header x-amz-server-side-encryption has it
     * @param key of the store's key management; empty for its default
     */
    record Encryption(String method, Optional<String> key) {}

    static S3Place from(Settings settings) {
        return new S3Place(
                settings.optionalText(ENDPOINT).map(set -> settings.url(ENDPOINT)),
                settings.text(S3 + "region"),
                settings.flag(S3 + "path-style"),
                settings.text(S3 + "bucket"),
                settings.optionalText(S3 + "prefix").orElse(""),
                new Credentials(settings.text(S3 + "access-key"), settings.text(S3 + "secret-key")),
                encryption(settings),
                settings.duration("voice.recordings.timeout"));
    }

    private static Optional<Encryption> encryption(Settings settings) {
        Optional<String> key = settings.optionalText(S3 + "kms-key");
        Optional<Encryption> encryption =
                settings.optionalText(S3 + "encryption").map(method -> new Encryption(method, key));
        if (key.isPresent() && encryption.isEmpty()) {
            throw new ConfigurationError(S3 + "kms-key", "needs " + S3 + "encryption=aws:kms");
        }
        return encryption;
    }
}
