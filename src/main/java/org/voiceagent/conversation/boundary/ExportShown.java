package org.voiceagent.conversation.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voiceagent.conversation.boundary.SessionsResource.RememberedTurn;
import org.voiceagent.conversation.entity.Conversation;
import org.voiceagent.conversation.entity.Export;
import org.voiceagent.conversation.entity.ExportParts;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.limits.entity.Used;

/**
 * All that is kept about a session, as its visitor gets it.
 *
 * @param expiresIn seconds until all of it is gone, unless another turn renews it
 * @param admissions turns of the last hour, also those of which no words are kept
 * @param told turns that run or ended a moment ago, kept for a connection that breaks
 * @param stores what other stores keep, by their names
 * @param unavailable stores that could not be asked; they may have something
 */
public record ExportShown(
        Instant exportedAt,
        long expiresIn,
        Preferences preferences,
        Optional<ConsentShown.Choice> consent,
        Optional<ConsentShown.Disclosure> disclosure,
        List<RememberedTurn> turns,
        List<Admission> admissions,
        List<Told> told,
        Usage used,
        Map<String, Object> stores,
        List<String> unavailable) {

    static ExportShown of(Export export, ExportParts parts, Used used, Instant now) {
        Conversation conversation = export.conversation();
        ConsentShown consent = ConsentShown.of(conversation.consent());
        return new ExportShown(
                now,
                conversation.expiresIn().toSeconds(),
                conversation.preferences(),
                consent.consent(),
                consent.disclosure(),
                conversation.turns().stream().map(RememberedTurn::of).toList(),
                export.admissions().stream()
                        .map(admission -> new Admission(admission.turn().toString(), admission.at()))
                        .toList(),
                export.told().stream().map(Told::of).toList(),
                new Usage(used.characters(), used.seconds(), used.spent().amount()),
                parts.parts(),
                parts.unavailable());
    }

    public record Admission(String turnId, Instant at) {}

    /** @param sentences of the answer, so far */
    public record Told(String turnId, String question, List<String> sentences) {

        static Told of(Export.Told told) {
            return new Told(
                    told.id().toString(),
                    told.turn().question().text(),
                    told.turn().sentences());
        }
    }

    /**
     * What is counted for limits, where there are any.
     *
     * @param characters spoken outside of turns in this hour
     * @param seconds transcribed outside of turns in this hour
     * @param spent in this UTC day, in the currency of the prices
     */
    public record Usage(long characters, long seconds, BigDecimal spent) {}
}
