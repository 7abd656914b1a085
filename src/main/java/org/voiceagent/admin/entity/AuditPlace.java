package org.voiceagent.admin.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the audit, from which one reads on: that of a row. As a text it is {@code <epoch milliseconds>_<id>}. */
public record AuditPlace(Instant at, UUID id) {

    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,15})_(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

    public static AuditPlace of(AuditRow row) {
        return new AuditPlace(row.at(), row.id());
    }

    /** Empty when the text names no place. */
    public static Optional<AuditPlace> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new AuditPlace(
                        Instant.ofEpochMilli(Long.parseLong(parts.group(1))), UUID.fromString(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return at.toEpochMilli() + "_" + id;
    }
}
