package org.voiceagent.conversation.store;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.voiceagent.conversation.entity.Admittance;
import org.voiceagent.conversation.entity.Preferences;

/**
 * An {@link Admittance} on its way between members: one flat record with a kind, so that a new kind does not break older
 * members.
 *
 * @param number of a turn admitted; when it is running, the epoch milliseconds until then; when it is too soon, the
 *     milliseconds to wait
 * @param member where it runs
 * @param turns the window of one admitted, the turn of one that is over
 */
record StoredAdmittance(
        String kind, long number, String member, List<StoredTurn> turns, StoredPreferences preferences) {

    private static final StoredPreferences NONE = new StoredPreferences(Preferences.NONE, 0);

    private static StoredAdmittance of(String kind, long number, String member) {
        return new StoredAdmittance(kind, number, member, List.of(), NONE);
    }

    static StoredAdmittance admitted(long number, List<StoredTurn> window, StoredPreferences preferences) {
        return new StoredAdmittance("admitted", number, "", window, preferences);
    }

    static StoredAdmittance over(StoredTurn turn) {
        return new StoredAdmittance("over", 0, "", List.of(turn), NONE);
    }

    static StoredAdmittance running(String member, long until) {
        return of("running", until, member);
    }

    static StoredAdmittance otherQuestion() {
        return of("other-question", 0, "");
    }

    static StoredAdmittance tooSoon(long wait) {
        return of("too-soon", wait, "");
    }

    static StoredAdmittance noSession() {
        return of("no-session", 0, "");
    }

    Admittance admittance() {
        return switch (kind) {
            case "admitted" ->
                new Admittance.Admitted(
                        number, turns.stream().map(StoredTurn::turn).toList(), preferences.preferences());
            case "over" -> new Admittance.Over(turns.get(0).turn());
            case "running" -> new Admittance.Running(member, Instant.ofEpochMilli(number));
            case "other-question" -> new Admittance.OtherQuestion();
            case "too-soon" -> new Admittance.TooSoon(Duration.ofMillis(number));
            case "no-session" -> new Admittance.NoSession();
            default -> throw new IllegalStateException("a newer member answered " + kind);
        };
    }

    static final class Serializer implements CompactSerializer<StoredAdmittance> {

        @Override
        public StoredAdmittance read(CompactReader reader) {
            return new StoredAdmittance(
                    reader.readString("kind"),
                    reader.readInt64("number"),
                    reader.readString("member"),
                    List.of(reader.readArrayOfCompact("turns", StoredTurn.class)),
                    reader.readCompact("preferences"));
        }

        @Override
        public void write(CompactWriter writer, StoredAdmittance admittance) {
            writer.writeString("kind", admittance.kind());
            writer.writeInt64("number", admittance.number());
            writer.writeString("member", admittance.member());
            writer.writeArrayOfCompact("turns", admittance.turns().toArray(StoredTurn[]::new));
            writer.writeCompact("preferences", admittance.preferences());
        }

        @Override
        public String getTypeName() {
            return "admittance";
        }

        @Override
        public Class<StoredAdmittance> getCompactClass() {
            return StoredAdmittance.class;
        }
    }
}
