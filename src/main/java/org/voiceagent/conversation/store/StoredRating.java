package org.voiceagent.conversation.store;

import com.hazelcast.nio.serialization.FieldKind;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.Optional;
import org.voiceagent.conversation.entity.Rating;

/**
 * What the visitor thinks of an answer, as two fields of whatever it belongs to.
 *
 * @param word empty for none: never said, or taken back
 * @param at epoch milliseconds; after a split the later one stands
 */
record StoredRating(String word, long at) {

    static final StoredRating NONE = new StoredRating("", 0);

    private static final String WORD = "rating";
    private static final String AT = "ratedAt";

    static StoredRating of(Optional<Rating> rating, long at) {
        return new StoredRating(rating.map(Rating::word).orElse(""), at);
    }

    Optional<Rating> rating() {
        return Rating.of(word);
    }

    StoredRating orLater(StoredRating other) {
        return other.at > at ? other : this;
    }

    /** Members of the version before ratings wrote none. */
    static StoredRating read(CompactReader reader) {
        return reader.getFieldKind(WORD) == FieldKind.NOT_AVAILABLE
                ? NONE
                : new StoredRating(reader.readString(WORD), reader.readInt64(AT));
    }

    void write(CompactWriter writer) {
        writer.writeString(WORD, word);
        writer.writeInt64(AT, at);
    }
}
