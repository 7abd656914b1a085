package org.voiceagent.answer.store;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.cluster.Legible;

/**
 * An answer in the map.
 *
 * @param grounds the excerpts it rests on, by their places in the request
 */
record StoredAnswer(String text, int[] grounds) {

    static StoredAnswer of(String text, List<Excerpt> grounds, List<Excerpt> excerpts) {
        int[] places = IntStream.range(0, excerpts.size())
                .filter(place -> grounds.contains(excerpts.get(place)))
                .toArray();
        return new StoredAnswer(text, places);
    }

    List<Excerpt> grounds(List<Excerpt> excerpts) {
        return IntStream.of(grounds).mapToObj(excerpts::get).toList();
    }

    /** As an admin reads it on the console. */
    @Override
    public String toString() {
        return "answer: %s (grounds: excerpts %s)".formatted(Legible.line(text), Arrays.toString(grounds));
    }

    static final class Serializer implements CompactSerializer<StoredAnswer> {

        @Override
        public StoredAnswer read(CompactReader reader) {
            return new StoredAnswer(reader.readString("text"), reader.readArrayOfInt32("grounds"));
        }

        @Override
        public void write(CompactWriter writer, StoredAnswer answer) {
            writer.writeString("text", answer.text());
            writer.writeArrayOfInt32("grounds", answer.grounds());
        }

        @Override
        public String getTypeName() {
            return "answer";
        }

        @Override
        public Class<StoredAnswer> getCompactClass() {
            return StoredAnswer.class;
        }
    }
}
