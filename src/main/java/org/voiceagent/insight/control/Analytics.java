package org.voiceagent.insight.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.insight.entity.DayFigures;
import org.voiceagent.insight.entity.Kind;
import org.voiceagent.insight.entity.LastMinute;
import org.voiceagent.insight.entity.Report;
import org.voiceagent.insight.entity.TurnFilter;
import org.voiceagent.insight.entity.TurnPages;
import org.voiceagent.insight.entity.Visit;
import org.voiceagent.insight.entity.Window;
import org.voiceagent.insight.store.LogDatabase;
import org.voiceagent.insight.store.LogView;

/** What admins ask of the log. Every call may end with a {@link org.voiceagent.database.DatabaseUnavailable}. */
@ApplicationScoped
public class Analytics {

    @Inject
    private LogDatabase log;

    @Inject
    private InstantSource clock;

    /** @return empty where there is no log */
    public Optional<Report> report(int days, TurnFilter filter) {
        return log.view().map(view -> report(view, window(view, days), filter));
    }

    /**
     * Turns of the days up to now, the newest first.
     *
     * @param most turns of a page
     * @return empty where there is no log
     */
    public Optional<TurnPages> turns(int days, TurnFilter filter, int most) {
        return log.view().map(view -> {
            Window window = window(view, days);
            return last -> view.turns(window, filter, last, most);
        });
    }

    /** A session's turns, the oldest first; none where there is no log. */
    public List<Map<String, Object>> conversation(SessionRef session) {
        return log.view().map(view -> view.conversation(session)).orElse(List.of());
    }

    /** @return empty where there is no log */
    public Optional<LastMinute> lastMinute() {
        return log.view().map(view -> view.lastMinute(clock.instant()));
    }

    /** Whether there is a log to look at. */
    public boolean logged() {
        return log.view().isPresent();
    }

    private Window window(LogView view, int days) {
        return Window.upTo(clock.instant(), days, view.zone());
    }

    static Report report(LogView view, Window window, TurnFilter filter) {
        List<DayFigures> days = view.days(window);
        Summary summary = new Summary(days, filter);
        ReportedQuestions questions = ReportedQuestions.of(view, days, summary.days());
        return new Report(
                window.first().toString(),
                window.last().toString(),
                window.zone().getId(),
                summary.totals(),
                summary.perDay(window),
                summary.stages(),
                summary.kinds(Kind::outcome),
                summary.kinds(Kind::language),
                summary.kinds(Kind::engine),
                summary.problems(),
                summary.sessions(Visit::country),
                summary.sessions(Visit::device),
                questions.popular(),
                questions.unlisted(),
                questions.gaps(filter),
                choices(days));
    }

    private static Report.Choices choices(List<DayFigures> days) {
        Function<Function<Kind, String>, List<String>> names = name -> days.stream()
                .flatMap(day -> day.slices().stream())
                .map(slice -> name.apply(slice.kind()))
                .distinct()
                .sorted()
                .toList();
        return new Report.Choices(names.apply(Kind::language), names.apply(Kind::engine), names.apply(Kind::outcome));
    }
}
