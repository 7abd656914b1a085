package org.voiceagent.insight.boundary;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.Set;
import org.voiceagent.insight.entity.TurnFilter;
import org.voiceagent.insight.entity.TurnPlace;

/** What a call asks of the log. */
public class AnalyticsQuery {

    private static final Set<String> DAYS = Set.of("1", "7", "30", "90");

    @QueryParam("days")
    @DefaultValue("7")
    private String days;

    @QueryParam("language")
    private String language;

    @QueryParam("engine")
    private String engine;

    @QueryParam("outcome")
    private String outcome;

    @QueryParam("after")
    private String after;

    int days() {
        if (!DAYS.contains(days)) {
            throw new InvalidParameter("days", "must be 1, 7, 30 or 90.");
        }
        return Integer.parseInt(days);
    }

    TurnFilter filter() {
        return new TurnFilter(given(language), given(engine), given(outcome));
    }

    Optional<TurnPlace> after() {
        return given(after)
                .map(text -> TurnPlace.parse(text)
                        .orElseThrow(() -> new InvalidParameter("after", "must be the next of an earlier page.")));
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }
}
