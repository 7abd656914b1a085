package org.voiceagent.cluster;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.time.Instant;

/** What a server tells of itself, as the cluster keeps it for a short while. */
record StoredFigures(MemberFigures figures) {

    /** As an admin reads it on the console. */
    @Override
    public String toString() {
        return "%s, %d turns".formatted(figures.version(), figures.running());
    }

    static final class Serializer implements CompactSerializer<StoredFigures> {

        @Override
        public StoredFigures read(CompactReader reader) {
            return new StoredFigures(new MemberFigures(
                    reader.readString("version"),
                    reader.readString("java"),
                    Instant.ofEpochMilli(reader.readInt64("since")),
                    reader.readInt64("running"),
                    reader.readInt64("limited"),
                    reader.readInt64("queued"),
                    reader.readInt64("dropped")));
        }

        @Override
        public void write(CompactWriter writer, StoredFigures stored) {
            MemberFigures figures = stored.figures();
            writer.writeString("version", figures.version());
            writer.writeString("java", figures.java());
            writer.writeInt64("since", figures.since().toEpochMilli());
            writer.writeInt64("running", figures.running());
            writer.writeInt64("limited", figures.limited());
            writer.writeInt64("queued", figures.queued());
            writer.writeInt64("dropped", figures.dropped());
        }

        @Override
        public String getTypeName() {
            return "member-figures";
        }

        @Override
        public Class<StoredFigures> getCompactClass() {
            return StoredFigures.class;
        }
    }
}
