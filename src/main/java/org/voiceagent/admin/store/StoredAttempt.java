package org.voiceagent.admin.store;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.net.URI;
import org.voiceagent.admin.entity.SignInAttempt;

/** A sign-in that was begun, as the cluster keeps it, under a hash of what the browser brings back. */
record StoredAttempt(String nonce, String verifier, String back, String page) {

    static StoredAttempt of(SignInAttempt attempt) {
        return new StoredAttempt(
                attempt.nonce(), attempt.verifier(), attempt.back().toString(), attempt.page());
    }

    SignInAttempt attempt() {
        return new SignInAttempt(nonce, verifier, URI.create(back), page);
    }

    /** As an admin reads it on the console; without its secrets. */
    @Override
    public String toString() {
        return "begun, back to " + back;
    }

    static final class Serializer implements CompactSerializer<StoredAttempt> {

        @Override
        public StoredAttempt read(CompactReader reader) {
            return new StoredAttempt(
                    reader.readString("nonce"),
                    reader.readString("verifier"),
                    reader.readString("back"),
                    reader.readString("page"));
        }

        @Override
        public void write(CompactWriter writer, StoredAttempt attempt) {
            writer.writeString("nonce", attempt.nonce());
            writer.writeString("verifier", attempt.verifier());
            writer.writeString("back", attempt.back());
            writer.writeString("page", attempt.page());
        }

        @Override
        public String getTypeName() {
            return "sign-in-attempt";
        }

        @Override
        public Class<StoredAttempt> getCompactClass() {
            return StoredAttempt.class;
        }
    }
}
