package org.voiceagent.upstream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voiceagent.upstream.UpstreamProblem.Kind;

/** The faults of an upstream that mean the same to every stage whose answer is taken as a whole. */
public abstract class StageFaults {

    protected final FakeUpstream fake = FakeUpstream.start().requireKey(Upstreams.KEY);
    protected final Upstreams upstreams = Upstreams.at(fake);

    private final String stage;
    private final String endpoint;

    /** @param endpoint one of {@link FakeUpstream}'s */
    protected StageFaults(String stage, String endpoint) {
        this.stage = stage;
        this.endpoint = endpoint;
    }

    /** Calls the stage and takes all of its answer. */
    protected abstract void call();

    protected UpstreamProblem problem(Kind kind, int status) {
        UpstreamProblem problem = assertThrows(UpstreamProblem.class, this::call);
        assertEquals(kind, problem.kind());
        assertEquals(status, problem.status());
        return problem;
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void upstream_slow_loris_is_504() {
        upstreams.shortened(stage, "whole");
        fake.failAlways(endpoint, FakeUpstreamFault.slowLoris(20));
        problem(Kind.TIMEOUT, 504);
        await().until(() -> fake.openConnections() == 0);
    }

    @Test
    void upstream_html_is_502() {
        fake.failAlways(endpoint, FakeUpstreamFault.html());
        problem(Kind.MALFORMED, 502);
    }

    @Test
    void upstream_50_mb_is_502_and_not_read_whole() {
        fake.failAlways(endpoint, FakeUpstreamFault.huge(50));
        problem(Kind.MALFORMED, 502);
        await().until(() -> fake.calls().get(0).cancelled());
    }

    @Test
    void upstream_redirect_is_502_and_the_key_does_not_follow_it() {
        try (FakeUpstream elsewhere = FakeUpstream.start()) {
            fake.failAlways(endpoint, FakeUpstreamFault.redirect(elsewhere.url() + endpoint));
            problem(Kind.MALFORMED, 502);
            assertEquals(List.of(), elsewhere.calls());
        }
    }
}
