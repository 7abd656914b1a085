package org.voiceagent.conversation.store;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Optional;
import org.voiceagent.conversation.entity.Preferences;

/** A visitor's choices in the map. */
record StoredPreferences(Preferences preferences) {

    static final class Serializer implements CompactSerializer<StoredPreferences> {

        @Override
        public StoredPreferences read(CompactReader reader) {
            return new StoredPreferences(new Preferences(
                    Optional.ofNullable(reader.readString("language")),
                    Optional.ofNullable(reader.readString("voice")),
                    Optional.ofNullable(reader.readNullableFloat64("speed")),
                    Optional.ofNullable(reader.readNullableBoolean("captions"))));
        }

        @Override
        public void write(CompactWriter writer, StoredPreferences stored) {
            Preferences preferences = stored.preferences();
            writer.writeString("language", preferences.language().orElse(null));
            writer.writeString("voice", preferences.voice().orElse(null));
            writer.writeNullableFloat64("speed", preferences.speed().orElse(null));
            writer.writeNullableBoolean("captions", preferences.captions().orElse(null));
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
