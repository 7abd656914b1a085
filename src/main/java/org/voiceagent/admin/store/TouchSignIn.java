package org.voiceagent.admin.store;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Lets a sign-in live on, where it is still there: a call under way must not bring back one that has been ended.
 *
 * @param now epoch milliseconds
 * @param ttl milliseconds it lives on
 */
record TouchSignIn(long now, long ttl) implements EntryProcessor<String, StoredSignIn, Boolean> {

    @Override
    public Boolean process(Map.Entry<String, StoredSignIn> entry) {
        StoredSignIn signIn = entry.getValue();
        if (signIn == null) {
            return false;
        }
        ((ExtendedMapEntry<String, StoredSignIn>) entry).setValue(signIn.touchedAt(now), ttl, TimeUnit.MILLISECONDS);
        return true;
    }

    static final class Serializer implements CompactSerializer<TouchSignIn> {

        @Override
        public TouchSignIn read(CompactReader reader) {
            return new TouchSignIn(reader.readInt64("now"), reader.readInt64("ttl"));
        }

        @Override
        public void write(CompactWriter writer, TouchSignIn touch) {
            writer.writeInt64("now", touch.now());
            writer.writeInt64("ttl", touch.ttl());
        }

        @Override
        public String getTypeName() {
            return "touch-sign-in";
        }

        @Override
        public Class<TouchSignIn> getCompactClass() {
            return TouchSignIn.class;
        }
    }
}
