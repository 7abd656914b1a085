package org.voiceagent.admin.store;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Locale;
import org.voiceagent.admin.entity.Role;
import org.voiceagent.admin.entity.SignedIn;
import org.voiceagent.cluster.Legible;

/**
 * A sign-in as the cluster keeps it, under a hash of its token.
 *
 * @param until epoch milliseconds; it ends then, however busy
 * @param touched epoch milliseconds of the last call, roughly
 */
record StoredSignIn(String user, String role, String csrf, long until, long touched) {

    SignedIn signedIn() {
        return new SignedIn(user, Role.valueOf(role.toUpperCase(Locale.ROOT)), csrf);
    }

    StoredSignIn touchedAt(long now) {
        return new StoredSignIn(user, role, csrf, until, now);
    }

    /** As an admin reads it on the console; without what would let them act in the other's name. */
    @Override
    public String toString() {
        return "%s, %s, until %s".formatted(user, role, Legible.time(until));
    }

    static final class Serializer implements CompactSerializer<StoredSignIn> {

        @Override
        public StoredSignIn read(CompactReader reader) {
            return new StoredSignIn(
                    reader.readString("user"),
                    reader.readString("role"),
                    reader.readString("csrf"),
                    reader.readInt64("until"),
                    reader.readInt64("touched"));
        }

        @Override
        public void write(CompactWriter writer, StoredSignIn signIn) {
            writer.writeString("user", signIn.user());
            writer.writeString("role", signIn.role());
            writer.writeString("csrf", signIn.csrf());
            writer.writeInt64("until", signIn.until());
            writer.writeInt64("touched", signIn.touched());
        }

        @Override
        public String getTypeName() {
            return "sign-in";
        }

        @Override
        public Class<StoredSignIn> getCompactClass() {
            return StoredSignIn.class;
        }
    }
}
