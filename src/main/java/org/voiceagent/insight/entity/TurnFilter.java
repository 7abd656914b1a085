package org.voiceagent.insight.entity;

import java.util.Optional;

/** Which kinds of turns are looked at; empty is any. */
public record TurnFilter(Optional<String> language, Optional<String> engine, Optional<String> outcome) {

    public static final TurnFilter ALL = new TurnFilter(Optional.empty(), Optional.empty(), Optional.empty());

    public boolean admits(Kind kind) {
        return admits(language, kind.language()) && admits(engine, kind.engine()) && admits(outcome, kind.outcome());
    }

    private static boolean admits(Optional<String> wanted, String value) {
        return wanted.map(value::equals).orElse(true);
    }
}
