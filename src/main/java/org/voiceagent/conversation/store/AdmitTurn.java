package org.voiceagent.conversation.store;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.ExtendedMapEntry;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Decides at the owner of the session whether a turn may begin, gives it its number, and answers with the history before
 * it: one operation, so that parallel turns cannot pass the limit together. Runs again on the backup, so it reads no clock
 * and no configuration. Admitting the same call again answers the same.
 *
 * @param admission the turn as it would be admitted; its number is given here
 * @param gone a member known to be dead, whose turns do not run any more; empty for none
 * @param mostTurns in any hour; 0 is without limit
 * @param window turns to answer with
 */
record AdmitTurn(StoredAdmission admission, String gone, int mostTurns, int window)
        implements EntryProcessor<String, StoredConversation, StoredAdmittance> {

    private static final long HOUR = TimeUnit.HOURS.toMillis(1);

    @Override
    public StoredAdmittance process(Map.Entry<String, StoredConversation> entry) {
        StoredConversation conversation = entry.getValue();
        if (conversation == null || conversation.erased()) {
            return StoredAdmittance.noSession();
        }
        Optional<StoredTurn> over = conversation.turn(admission.turn());
        if (over.isPresent()) {
            return over.get().print().equals(admission.print())
                    ? StoredAdmittance.over(over.get())
                    : StoredAdmittance.otherQuestion();
        }
        Optional<StoredAdmission> known = conversation.admission(admission.turn());
        return known.isPresent() ? again(entry, conversation, known.get()) : first(entry, conversation);
    }

    private StoredAdmittance again(
            Map.Entry<String, StoredConversation> entry, StoredConversation conversation, StoredAdmission known) {
        if (!known.print().equals(admission.print())) {
            return StoredAdmittance.otherQuestion();
        }
        boolean sameCall = known.call().equals(admission.call());
        if (!sameCall && known.runs(now(), gone)) {
            return StoredAdmittance.running(known.member(), known.until());
        }
        return admitted(entry, conversation, known.number(), known.at());
    }

    private StoredAdmittance first(Map.Entry<String, StoredConversation> entry, StoredConversation conversation) {
        List<StoredAdmission> counted = conversation.admissions().stream()
                .filter(other -> other.at() > now() - HOUR)
                .toList();
        if (mostTurns > 0 && counted.size() >= mostTurns) {
            long free = counted.get(counted.size() - mostTurns).at() + HOUR;
            return StoredAdmittance.tooSoon(free - now());
        }
        return admitted(entry, conversation, conversation.sequence() + 1, now());
    }

    private StoredAdmittance admitted(
            Map.Entry<String, StoredConversation> entry, StoredConversation conversation, long number, long at) {
        StoredAdmission running = new StoredAdmission(
                admission.turn(),
                number,
                at,
                admission.print(),
                admission.call(),
                admission.member(),
                admission.until());
        // a session does not end under a running turn
        long expiresAt = Math.max(conversation.expiresAt(), admission.until());
        StoredConversation with =
                conversation.admitting(running, conversation.admissionsSince(now() - HOUR, now()), expiresAt);
        ((ExtendedMapEntry<String, StoredConversation>) entry)
                .setValue(with, Math.max(1, expiresAt - now()), TimeUnit.MILLISECONDS);
        return StoredAdmittance.admitted(number, conversation.window(window), conversation.preferences());
    }

    private long now() {
        return admission.at();
    }

    static final class Serializer implements CompactSerializer<AdmitTurn> {

        @Override
        public AdmitTurn read(CompactReader reader) {
            return new AdmitTurn(
                    reader.readCompact("admission"),
                    reader.readString("gone"),
                    reader.readInt32("mostTurns"),
                    reader.readInt32("window"));
        }

        @Override
        public void write(CompactWriter writer, AdmitTurn admit) {
            writer.writeCompact("admission", admit.admission());
            writer.writeString("gone", admit.gone());
            writer.writeInt32("mostTurns", admit.mostTurns());
            writer.writeInt32("window", admit.window());
        }

        @Override
        public String getTypeName() {
            return "admit-turn";
        }

        @Override
        public Class<AdmitTurn> getCompactClass() {
            return AdmitTurn.class;
        }
    }
}
