package org.voiceagent.conversation.store;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.voiceagent.cluster.Legible;
import org.voiceagent.conversation.entity.Fingerprint;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Source;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnId;

/**
 * A turn in the map.
 *
 * @param number its place in the session, counted from 1; turns stand in this order
 * @param print of what was asked
 * @param at epoch milliseconds
 */
record StoredTurn(
        UUID id,
        long number,
        Fingerprint print,
        String question,
        String response,
        long at,
        String outcome,
        StoredRating rating,
        List<String> sourceTitles,
        List<String> sourceUrls) {

    static StoredTurn of(Turn turn, long number, Fingerprint print) {
        return new StoredTurn(
                turn.id().value(),
                number,
                print,
                turn.question(),
                turn.response(),
                turn.at().toEpochMilli(),
                turn.outcome().word(),
                StoredRating.of(turn.rating(), turn.at().toEpochMilli()),
                turn.sources().stream().map(Source::title).toList(),
                turn.sources().stream().map(Source::url).toList());
    }

    StoredTurn at(long otherNumber) {
        return new StoredTurn(
                id, otherNumber, print, question, response, at, outcome, rating, sourceTitles, sourceUrls);
    }

    StoredTurn rated(StoredRating other) {
        return new StoredTurn(id, number, print, question, response, at, outcome, other, sourceTitles, sourceUrls);
    }

    /** With as much of the response as was heard. */
    StoredTurn cut(String heard) {
        return new StoredTurn(
                id, number, print, question, heard, at, Outcome.INTERRUPTED.word(), rating, sourceTitles, sourceUrls);
    }

    Turn turn() {
        List<Source> sources = IntStream.range(0, sourceTitles.size())
                .mapToObj(index -> new Source(sourceTitles.get(index), sourceUrls.get(index)))
                .toList();
        return new Turn(
                new TurnId(id),
                question,
                response,
                Instant.ofEpochMilli(at),
                Outcome.of(outcome),
                sources,
                rating.rating());
    }

    /** As an admin reads it on the console. */
    @Override
    public String toString() {
        String rated = rating.word().isEmpty() ? "" : ", rated " + rating.word();
        StringBuilder text = new StringBuilder("turn %d at %s: %s%s%n  question: %s%n  response: %s"
                .formatted(number, Legible.time(at), outcome, rated, Legible.line(question), Legible.line(response)));
        for (int index = 0; index < sourceTitles.size(); index++) {
            text.append("%n  source: %s (%s)"
                    .formatted(Legible.line(sourceTitles.get(index)), Legible.line(sourceUrls.get(index))));
        }
        return text.toString();
    }

    /** The shape on the wire; a field that is added later is read with a default where an older member wrote. */
    static final class Serializer implements CompactSerializer<StoredTurn> {

        @Override
        public StoredTurn read(CompactReader reader) {
            return new StoredTurn(
                    new UUID(reader.readInt64("idHigh"), reader.readInt64("idLow")),
                    reader.readInt64("number"),
                    new Fingerprint(reader.readInt64("printHigh"), reader.readInt64("printLow")),
                    reader.readString("question"),
                    reader.readString("response"),
                    reader.readInt64("at"),
                    reader.readString("outcome"),
                    StoredRating.read(reader),
                    List.of(reader.readArrayOfString("sourceTitles")),
                    List.of(reader.readArrayOfString("sourceUrls")));
        }

        @Override
        public void write(CompactWriter writer, StoredTurn turn) {
            writer.writeInt64("idHigh", turn.id().getMostSignificantBits());
            writer.writeInt64("idLow", turn.id().getLeastSignificantBits());
            writer.writeInt64("number", turn.number());
            writer.writeInt64("printHigh", turn.print().high());
            writer.writeInt64("printLow", turn.print().low());
            writer.writeString("question", turn.question());
            writer.writeString("response", turn.response());
            writer.writeInt64("at", turn.at());
            writer.writeString("outcome", turn.outcome());
            turn.rating().write(writer);
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
