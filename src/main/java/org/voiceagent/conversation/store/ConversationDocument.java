package org.voiceagent.conversation.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.voiceagent.conversation.entity.Fingerprint;
import org.voiceagent.conversation.entity.Preferences;

/**
 * A conversation in SQL, as JSON-B writes it: a shape of its own, because the map's cannot be read once all members were
 * stopped, which then have forgotten its schema. How long it lives is not in it, that is a column.
 *
 * <p>Fields are only ever added. One that a row does not have is read as empty or 0, so each must mean something then; one
 * that an older server does not know is passed over.
 */
public record ConversationDocument(
        Choices preferences, Told consent, long sequence, List<Said> turns, List<Admitted> admissions) {

    public ConversationDocument {
        preferences = preferences == null ? Choices.of(new StoredPreferences(Preferences.NONE, 0)) : preferences;
        consent = consent == null ? Told.of(StoredConsent.NONE) : consent;
        turns = listed(turns);
        admissions = listed(admissions);
    }

    static ConversationDocument of(StoredConversation stored) {
        return new ConversationDocument(
                Choices.of(stored.preferences()),
                Told.of(stored.consent()),
                stored.sequence(),
                stored.turns().stream().map(Said::of).toList(),
                stored.admissions().stream().map(Admitted::of).toList());
    }

    StoredConversation conversation(long expiresAt) {
        return new StoredConversation(
                preferences.stored(),
                consent.stored(),
                sequence,
                expiresAt,
                false,
                turns.stream().map(Said::stored).toList(),
                admissions.stream().map(Admitted::stored).toList());
    }

    private static <T> List<T> listed(List<T> read) {
        return read == null ? List.of() : List.copyOf(read);
    }

    private static String text(String read) {
        return read == null ? "" : read;
    }

    /** The preferences, when they were chosen, and whose they are. */
    public record Choices(String language, String voice, Double speed, Boolean captions, long at, String visitor) {

        static Choices of(StoredPreferences stored) {
            Preferences chosen = stored.preferences();
            return new Choices(
                    chosen.language().orElse(null),
                    chosen.voice().orElse(null),
                    chosen.speed().orElse(null),
                    chosen.captions().orElse(null),
                    stored.at(),
                    stored.visitor());
        }

        StoredPreferences stored() {
            return new StoredPreferences(
                    new Preferences(
                            Optional.ofNullable(language),
                            Optional.ofNullable(voice),
                            Optional.ofNullable(speed),
                            Optional.ofNullable(captions)),
                    at,
                    text(visitor));
        }
    }

    /** What the visitor was told and agreed to. */
    public record Told(
            boolean conversation, boolean recording, String textVersion, long at, String disclosed, long disclosedAt) {

        static Told of(StoredConsent stored) {
            return new Told(
                    stored.conversation(),
                    stored.recording(),
                    stored.textVersion(),
                    stored.at(),
                    stored.disclosed(),
                    stored.disclosedAt());
        }

        StoredConsent stored() {
            return new StoredConsent(conversation, recording, text(textVersion), at, text(disclosed), disclosedAt);
        }
    }

    /** A turn. */
    public record Said(
            String id,
            long number,
            Print print,
            String question,
            String response,
            long at,
            String outcome,
            String rating,
            long ratedAt,
            List<String> sourceTitles,
            List<String> sourceUrls) {

        static Said of(StoredTurn turn) {
            return new Said(
                    turn.id().toString(),
                    turn.number(),
                    Print.of(turn.print()),
                    turn.question(),
                    turn.response(),
                    turn.at(),
                    turn.outcome(),
                    turn.rating().word(),
                    turn.rating().at(),
                    turn.sourceTitles(),
                    turn.sourceUrls());
        }

        StoredTurn stored() {
            return new StoredTurn(
                    UUID.fromString(id),
                    number,
                    Print.stored(print),
                    text(question),
                    text(response),
                    at,
                    outcome,
                    new StoredRating(text(rating), ratedAt),
                    listed(sourceTitles),
                    listed(sourceUrls));
        }
    }

    /** An admission. */
    public record Admitted(String turn, long number, long at, Print print, String call, String member, long until) {

        static Admitted of(StoredAdmission admission) {
            return new Admitted(
                    admission.turn().toString(),
                    admission.number(),
                    admission.at(),
                    Print.of(admission.print()),
                    admission.call().toString(),
                    admission.member(),
                    admission.until());
        }

        StoredAdmission stored() {
            return new StoredAdmission(
                    UUID.fromString(turn), number, at, Print.stored(print), UUID.fromString(call), text(member), until);
        }
    }

    /** A fingerprint. */
    public record Print(long high, long low) {

        static Print of(Fingerprint fingerprint) {
            return new Print(fingerprint.high(), fingerprint.low());
        }

        static Fingerprint stored(Print read) {
            return read == null ? new Fingerprint(0, 0) : new Fingerprint(read.high(), read.low());
        }
    }
}
