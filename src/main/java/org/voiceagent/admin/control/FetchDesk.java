package org.voiceagent.admin.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.voiceagent.admin.entity.Act;
import org.voiceagent.admin.entity.Actor;
import org.voiceagent.admin.entity.AuditRow;
import org.voiceagent.admin.entity.PageFetching;
import org.voiceagent.knowledge.control.SiteFetching;
import org.voiceagent.knowledge.entity.FetchState;

/** The fetching of pages, as admins see it and ask for it. Every call may end with a problem. */
@ApplicationScoped
public class FetchDesk {

    @Inject
    private SiteFetching fetching;

    @Inject
    private Audit audit;

    @Inject
    private InstantSource clock;

    public PageFetching state() {
        return fetching.isOn() ? KnowledgeProblem.told(this::read) : PageFetching.OFF;
    }

    private PageFetching read() {
        FetchState state = fetching.state();
        boolean running = state.running(clock.instant()) || state.asked();
        return new PageFetching(
                true, running, fetching.pages(), state.begunAt(), state.endedAt(), Optional.of(state.report()));
    }

    /** Has the pages fetched once more, by any server, in the background. */
    public void fetchNow(Actor actor) {
        if (!fetching.isOn()) {
            throw KnowledgeProblem.nothingToFetch();
        }
        KnowledgeProblem.told(() -> audit.act(
                AuditRow.begun(clock.instant(), actor, Act.FETCH_PAGES, "", ""),
                () -> {
                    fetching.fetchNow();
                    return true;
                },
                done -> ""));
    }
}
