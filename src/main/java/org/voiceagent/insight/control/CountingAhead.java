package org.voiceagent.insight.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.voiceagent.configuration.Rounds;
import org.voiceagent.database.DatabaseUnavailable;
import org.voiceagent.insight.entity.Window;
import org.voiceagent.insight.store.LogDatabase;
import org.voiceagent.insight.store.LogView;

/**
 * Counts the days of the log before somebody asks, so that nobody waits while a million turns are counted for the first time;
 * week by week, the latest first, so that who asks meanwhile waits for a week at most.
 */
@ApplicationScoped
public class CountingAhead {

    private static final int AFTER_THE_DATABASE = 210;

    /** A start has more urgent things to do. */
    private static final Duration DELAY = Duration.ofMinutes(1);

    /** Days that have not changed are not counted again. */
    private static final Duration ROUND = Duration.ofMinutes(15);

    /** The most that a page shows. */
    private static final int DAYS = 90;

    private static final int WEEK = 7;

    @Inject
    private LogDatabase log;

    @Inject
    private InstantSource clock;

    private Optional<Rounds> rounds = Optional.empty();

    void start(@Observes @Priority(AFTER_THE_DATABASE) @Initialized(ApplicationScoped.class) Object event) {
        log.view().ifPresent(view -> {
            Rounds counting = new Rounds("voice-agent-counting", Set.of(DatabaseUnavailable.class));
            counting.every(DELAY, ROUND, () -> count(view, clock.instant()));
            rounds = Optional.of(counting);
        });
    }

    /** @throws DatabaseUnavailable when it does not answer in time */
    static void count(LogView view, Instant now) {
        Window all = Window.upTo(now, DAYS, view.zone());
        for (int weeks = 0; weeks * WEEK < DAYS; weeks++) {
            view.days(all.between(
                    all.last().minusDays((weeks + 1) * WEEK - 1L), all.last().minusDays((long) weeks * WEEK)));
        }
    }

    @PreDestroy
    void stop() {
        rounds.ifPresent(Rounds::stop);
    }
}
