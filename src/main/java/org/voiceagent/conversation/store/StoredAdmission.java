package org.voiceagent.conversation.store;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.time.Instant;
import java.util.UUID;
import org.voiceagent.conversation.entity.Export;
import org.voiceagent.conversation.entity.Fingerprint;
import org.voiceagent.conversation.entity.TurnId;

/**
 * That a turn was admitted: what its session counts, and how the same turn sent again is known.
 *
 * @param number its place in the session, counted from 1
 * @param at epoch milliseconds
 * @param print of what it asks
 * @param call names the call that was admitted, since the cluster may ask again for it when a member dies
 * @param member where it runs; empty when it does not run any more
 * @param until epoch milliseconds; a turn that says it runs then has died
 */
record StoredAdmission(UUID turn, long number, long at, Fingerprint print, UUID call, String member, long until) {

    StoredAdmission ended() {
        return new StoredAdmission(turn, number, at, print, call, "", until);
    }

    /** @param gone a member that has died; empty for none */
    boolean runs(long now, String gone) {
        return !member.isEmpty() && until > now && !member.equals(gone);
    }

    Export.Admission admission() {
        return new Export.Admission(new TurnId(turn), Instant.ofEpochMilli(at));
    }

    static final class Serializer implements CompactSerializer<StoredAdmission> {

        @Override
        public StoredAdmission read(CompactReader reader) {
            return new StoredAdmission(
                    new UUID(reader.readInt64("turnHigh"), reader.readInt64("turnLow")),
                    reader.readInt64("number"),
                    reader.readInt64("at"),
                    new Fingerprint(reader.readInt64("printHigh"), reader.readInt64("printLow")),
                    new UUID(reader.readInt64("callHigh"), reader.readInt64("callLow")),
                    reader.readString("member"),
                    reader.readInt64("until"));
        }

        @Override
        public void write(CompactWriter writer, StoredAdmission admission) {
            writer.writeInt64("turnHigh", admission.turn().getMostSignificantBits());
            writer.writeInt64("turnLow", admission.turn().getLeastSignificantBits());
            writer.writeInt64("number", admission.number());
            writer.writeInt64("at", admission.at());
            writer.writeInt64("printHigh", admission.print().high());
            writer.writeInt64("printLow", admission.print().low());
            writer.writeInt64("callHigh", admission.call().getMostSignificantBits());
            writer.writeInt64("callLow", admission.call().getLeastSignificantBits());
            writer.writeString("member", admission.member());
            writer.writeInt64("until", admission.until());
        }

        @Override
        public String getTypeName() {
            return "admission";
        }

        @Override
        public Class<StoredAdmission> getCompactClass() {
            return StoredAdmission.class;
        }
    }
}
