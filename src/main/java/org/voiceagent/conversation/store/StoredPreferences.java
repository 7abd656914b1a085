package org.voiceagent.conversation.store;

import com.hazelcast.nio.serialization.FieldKind;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.voiceagent.cluster.Legible;
import org.voiceagent.conversation.entity.Preferences;

/**
 * A visitor's choices in the maps.
 *
 * @param at epoch milliseconds; after a split the later choice stands
 * @param visitor in a session: the reference of the visitor for whom they are kept beyond it, or empty
 */
record StoredPreferences(Preferences preferences, long at, String visitor) {

    /** Of nobody whom the site has told us of. */
    StoredPreferences(Preferences preferences, long at) {
        this(preferences, at, "");
    }

    StoredPreferences of(String owner) {
        return new StoredPreferences(preferences, at, owner);
    }

    /** As an admin reads it on the console. */
    @Override
    public String toString() {
        Map<String, Optional<?>> choices = new LinkedHashMap<>();
        choices.put("language", preferences.language());
        choices.put("voice", preferences.voice());
        choices.put("speed", preferences.speed());
        choices.put("captions", preferences.captions());
        String chosen = choices.entrySet().stream()
                .filter(choice -> choice.getValue().isPresent())
                .map(choice -> choice.getKey() + " "
                        + Legible.line(choice.getValue().get().toString()))
                .collect(Collectors.joining(", "));
        String shown = chosen.isEmpty() ? "no preferences" : chosen;
        return visitor.isEmpty() ? shown : shown + ", visitor " + visitor;
    }

    static final class Serializer implements CompactSerializer<StoredPreferences> {

        @Override
        public StoredPreferences read(CompactReader reader) {
            return new StoredPreferences(
                    new Preferences(
                            Optional.ofNullable(reader.readString("language")),
                            Optional.ofNullable(reader.readString("voice")),
                            Optional.ofNullable(reader.readNullableFloat64("speed")),
                            Optional.ofNullable(reader.readNullableBoolean("captions"))),
                    reader.readInt64("at"),
                    visitor(reader));
        }

        /** Members of before visitors were known write none. */
        private static String visitor(CompactReader reader) {
            return reader.getFieldKind("visitor") == FieldKind.STRING ? reader.readString("visitor") : "";
        }

        @Override
        public void write(CompactWriter writer, StoredPreferences stored) {
            Preferences preferences = stored.preferences();
            writer.writeString("language", preferences.language().orElse(null));
            writer.writeString("voice", preferences.voice().orElse(null));
            writer.writeNullableFloat64("speed", preferences.speed().orElse(null));
            writer.writeNullableBoolean("captions", preferences.captions().orElse(null));
            writer.writeInt64("at", stored.at());
            writer.writeString("visitor", stored.visitor());
        }

        @Override
        public String getTypeName() {
            return "preferences";
        }

        @Override
        public Class<StoredPreferences> getCompactClass() {
            return StoredPreferences.class;
        }
    }
}
