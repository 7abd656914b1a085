package org.voiceagent.conversation.store;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Source;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnId;

/**
 * A turn in the map.
 *
 * @param at epoch milliseconds
 */
record StoredTurn(
        UUID id,
        String question,
        String response,
        long at,
        String outcome,
        List<String> sourceTitles,
        List<String> sourceUrls) {

    static StoredTurn of(Turn turn) {
        return new StoredTurn(
                turn.id().value(),
                turn.question(),
                turn.response(),
                turn.at().toEpochMilli(),
                turn.outcome().word(),
                turn.sources().stream().map(Source::title).toList(),
                turn.sources().stream().map(Source::url).toList());
    }

    Turn turn() {
        List<Source> sources = IntStream.range(0, sourceTitles.size())
                .mapToObj(index -> new Source(sourceTitles.get(index), sourceUrls.get(index)))
                .toList();
        return new Turn(new TurnId(id), question, response, Instant.ofEpochMilli(at), Outcome.of(outcome), sources);
    }

    /** The shape on the wire; a field that is added later is read with a default by older members. */
    static final class Serializer implements CompactSerializer<StoredTurn> {

        @Override
        public StoredTurn read(CompactReader reader) {
            return new StoredTurn(
                    new UUID(reader.readInt64("idHigh"), reader.readInt64("idLow")),
                    reader.readString("question"),
                    reader.readString("response"),
                    reader.readInt64("at"),
                    reader.readString("outcome"),
                    List.of(reader.readArrayOfString("sourceTitles")),
                    List.of(reader.readArrayOfString("sourceUrls")));
        }

        @Override
        public void write(CompactWriter writer, StoredTurn turn) {
            writer.writeInt64("idHigh", turn.id().getMostSignificantBits());
            writer.writeInt64("idLow", turn.id().getLeastSignificantBits());
            writer.writeString("question", turn.question());
            writer.writeString("response", turn.response());
            writer.writeInt64("at", turn.at());
            writer.writeString("outcome", turn.outcome());
            writer.writeArrayOfString("sourceTitles", turn.sourceTitles().toArray(String[]::new));
            writer.writeArrayOfString("sourceUrls", turn.sourceUrls().toArray(String[]::new));
        }

        @Override
        public String getTypeName() {
            return "turn";
        }

        @Override
        public Class<StoredTurn> getCompactClass() {
            return StoredTurn.class;
        }
    }
}
