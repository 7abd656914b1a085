package org.voiceagent.conversation.store;

import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.time.Instant;
import java.util.Optional;
import org.voiceagent.cluster.Legible;
import org.voiceagent.conversation.entity.Consent;

/**
 * A visitor's consent in the map, flat.
 *
 * @param textVersion empty when nothing was chosen
 * @param at epoch milliseconds of the choice
 * @param disclosed the name of the way it was disclosed, or empty
 * @param disclosedAt epoch milliseconds
 */
record StoredConsent(
        boolean conversation, boolean recording, String textVersion, long at, String disclosed, long disclosedAt) {

    static final StoredConsent NONE = of(Consent.NONE);

    static StoredConsent of(Consent consent) {
        Optional<Consent.Choice> choice = consent.choice();
        Optional<Consent.Disclosure> disclosure = consent.disclosure();
        return new StoredConsent(
                choice.map(Consent.Choice::conversation).orElse(false),
                choice.map(Consent.Choice::recording).orElse(false),
                choice.map(Consent.Choice::textVersion).orElse(""),
                choice.map(made -> made.at().toEpochMilli()).orElse(0L),
                disclosure.map(given -> given.way().name()).orElse(""),
                disclosure.map(given -> given.at().toEpochMilli()).orElse(0L));
    }

    Consent consent() {
        return new Consent(
                textVersion.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Consent.Choice(conversation, recording, textVersion, Instant.ofEpochMilli(at))),
                disclosed.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Consent.Disclosure(
                                Consent.Way.valueOf(disclosed), Instant.ofEpochMilli(disclosedAt))));
    }

    /** Of both sides of a split the later choice and the later disclosure. */
    static StoredConsent later(StoredConsent one, StoredConsent other) {
        boolean choseLater = other.at > one.at;
        Consent choice = (choseLater ? other : one).consent();
        Consent disclosure = (other.disclosedAt > one.disclosedAt ? other : one).consent();
        return of(new Consent(choice.choice(), disclosure.disclosure()));
    }

    /** As an admin reads it on the console. */
    @Override
    public String toString() {
        String choice = textVersion.isEmpty()
                ? "no consent asked"
                : "consent %s, recording %s, text %s, at %s"
                        .formatted(
                                conversation ? "given" : "declined",
                                recording ? "yes" : "no",
                                Legible.line(textVersion),
                                Legible.time(at));
        return disclosed.isEmpty() ? choice : choice + ", disclosure " + disclosed + " at " + Legible.time(disclosedAt);
    }

    static final class Serializer implements CompactSerializer<StoredConsent> {

        @Override
        public StoredConsent read(CompactReader reader) {
            return new StoredConsent(
                    reader.readBoolean("conversation"),
                    reader.readBoolean("recording"),
                    reader.readString("textVersion"),
                    reader.readInt64("at"),
                    reader.readString("disclosed"),
                    reader.readInt64("disclosedAt"));
        }

        @Override
        public void write(CompactWriter writer, StoredConsent consent) {
            writer.writeBoolean("conversation", consent.conversation());
            writer.writeBoolean("recording", consent.recording());
            writer.writeString("textVersion", consent.textVersion());
            writer.writeInt64("at", consent.at());
            writer.writeString("disclosed", consent.disclosed());
            writer.writeInt64("disclosedAt", consent.disclosedAt());
        }

        @Override
        public String getTypeName() {
            return "consent";
        }

        @Override
        public Class<StoredConsent> getCompactClass() {
            return StoredConsent.class;
        }
    }
}
