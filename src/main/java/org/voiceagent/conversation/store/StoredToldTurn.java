package org.voiceagent.conversation.store;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.List;
import java.util.Optional;
import org.voiceagent.conversation.entity.Failure;
import org.voiceagent.conversation.entity.Fingerprint;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.conversation.entity.ToldTurn;

/** A turn's text events in the map. */
record StoredToldTurn(ToldTurn turn) {

    /** As an admin reads it on the console: not what was said. */
    @Override
    public String toString() {
        return "%d sentences told by member %s, %s"
                .formatted(turn.sentences().size(), turn.member(), turn.over() ? "over" : "running");
    }

    static final class Serializer implements CompactSerializer<StoredToldTurn> {

        @Override
        public StoredToldTurn read(CompactReader reader) {
            String problem = reader.readString("problem");
            return new StoredToldTurn(new ToldTurn(
                    reader.readString("member"),
                    reader.readBoolean("spoken"),
                    reader.readBoolean("aloud"),
                    new Question(reader.readString("question"), reader.readFloat64("confidence")),
                    new Fingerprint(reader.readInt64("printHigh"), reader.readInt64("printLow")),
                    List.of(reader.readArrayOfString("sentences")),
                    reader.readBoolean("over"),
                    problem.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Failure(
                                    problem,
                                    reader.readInt32("status"),
                                    reader.readString("title"),
                                    reader.readString("detail")))));
        }

        @Override
        public void write(CompactWriter writer, StoredToldTurn stored) {
            ToldTurn turn = stored.turn();
            writer.writeString("member", turn.member());
            writer.writeBoolean("spoken", turn.spoken());
            writer.writeBoolean("aloud", turn.aloud());
            writer.writeString("question", turn.question().text());
            writer.writeFloat64("confidence", turn.question().confidence());
            writer.writeInt64("printHigh", turn.print().high());
            writer.writeInt64("printLow", turn.print().low());
            writer.writeArrayOfString("sentences", turn.sentences().toArray(String[]::new));
            writer.writeBoolean("over", turn.over());
            writer.writeString("problem", turn.failure().map(Failure::type).orElse(""));
            writer.writeInt32("status", turn.failure().map(Failure::status).orElse(0));
            writer.writeString("title", turn.failure().map(Failure::title).orElse(""));
            writer.writeString("detail", turn.failure().map(Failure::detail).orElse(""));
        }

        @Override
        public String getTypeName() {
            return "told-turn";
        }

        @Override
        public Class<StoredToldTurn> getCompactClass() {
            return StoredToldTurn.class;
        }
    }
}
