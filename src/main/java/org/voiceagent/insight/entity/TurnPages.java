package org.voiceagent.insight.entity;

import java.util.Optional;

/** Logged turns, some at a time. */
@FunctionalInterface
public interface TurnPages {

    /** @param last the last turn of the page before; empty for the first page */
    TurnPage after(Optional<TurnPlace> last);
}
