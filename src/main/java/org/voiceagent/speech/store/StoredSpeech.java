package org.voiceagent.speech.store;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;

/**
 * A sentence's speech in the map.
 *
 * @param rate samples per second
 */
record StoredSpeech(int rate, byte[] bytes) {

    /** Stands in the map while somebody synthesises the sentence. */
    static final StoredSpeech IN_WORK = new StoredSpeech(0, new byte[0]);

    boolean made() {
        return bytes.length > 0;
    }

    /** As an admin reads it on the console: not the samples. */
    @Override
    public String toString() {
        return made()
                ? "speech, %d bytes, %d samples a second".formatted(bytes.length, rate)
                : "somebody makes this speech now";
    }

    static final class Serializer implements CompactSerializer<StoredSpeech> {

        @Override
        public StoredSpeech read(CompactReader reader) {
            return new StoredSpeech(reader.readInt32("rate"), reader.readArrayOfInt8("bytes"));
        }

        @Override
        public void write(CompactWriter writer, StoredSpeech speech) {
            writer.writeInt32("rate", speech.rate());
            writer.writeArrayOfInt8("bytes", speech.bytes());
        }

        @Override
        public String getTypeName() {
            return "speech";
        }

        @Override
        public Class<StoredSpeech> getCompactClass() {
            return StoredSpeech.class;
        }
    }
}
