package org.voiceagent.admin.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * An act of an admin.
 *
 * @param act the word of an {@link Act}, which only a later version may know
 * @param subject what it was done to, as a session's reference; empty where there is only one
 * @param detail what else there is to know: the reason given, what came of it
 * @param outcome the word of an {@link ActOutcome}
 */
public record AuditRow(UUID id, Instant at, Actor actor, String act, String subject, String detail, String outcome) {

    /** A new one, of which nothing is known yet. */
    public static AuditRow begun(Instant at, Actor actor, Act act, String subject, String detail) {
        return new AuditRow(UUID.randomUUID(), at, actor, act.word(), subject, detail, ActOutcome.BEGUN.word());
    }

    /** @param result added to the detail */
    public AuditRow ended(ActOutcome how, String result) {
        String all = detail.isEmpty() || result.isEmpty() ? detail + result : detail + "; " + result;
        return new AuditRow(id, at, actor, act, subject, all, how.word());
    }
}
