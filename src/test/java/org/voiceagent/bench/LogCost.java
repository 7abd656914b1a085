package org.voiceagent.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a written turn takes with the log of turns and without: one turn at a time, in turn at two servers. */
final class LogCost implements AutoCloseable {

    private static final int WARM_UP = 200;
    private static final int SESSION = 50;

    private final ServerUnderTest server;
    private final EventLoop loop = new EventLoop();
    private final Requests requests;
    private Optional<Caller> caller = Optional.empty();
    private final List<Double> millis = new ArrayList<>();
    private String session = "";
    private int asked;

    private LogCost(Delays delays, boolean log) {
        server = ServerUnderTest.started(Jdk.own(), delays, Map.of("VOICE_LOG_ENABLED", Boolean.toString(log)));
        requests = new Requests(server.url());
    }

    /** @param turns of each server */
    static void print(Delays delays, String how, int turns) {
        try (LogCost with = new LogCost(delays, true);
                LogCost without = new LogCost(delays, false)) {
            int warmUp = Math.min(WARM_UP, turns);
            for (int turn = 0; turn < warmUp + turns; turn++) {
                if (turn == warmUp) {
                    with.millis.clear();
                    without.millis.clear();
                }
                with.ask();
                without.ask();
            }
            Figures on = new Figures(with.millis);
            Figures off = new Figures(without.millis);
            System.out.printf(
                    "chat, %s, %d turns: with the log %s, without %s; ratio of the medians %.3f, of the means %.3f%n",
                    how,
                    turns,
                    on.percentiles("ms"),
                    off.percentiles("ms"),
                    on.percentile(50) / off.percentile(50),
                    on.mean() / off.mean());
        }
    }

    private void ask() {
        if (asked++ % SESSION == 0) {
            session = call(requests.session()).field("sessionId");
        }
        Answer answer = call(requests.chat(session, UpstreamText.question(asked)));
        if (!answer.ok()) {
            throw new IllegalStateException("not answered: " + answer);
        }
        millis.add(answer.millis());
    }

    private Answer call(byte[] request) {
        List<Answer> answers = new ArrayList<>();
        // only now: a connection that waits while the other server starts is closed
        caller = caller.or(() -> Optional.of(new Caller(loop, server.url())));
        caller.orElseThrow().call(request, answers::add);
        loop.runUntil(() -> !answers.isEmpty());
        return answers.get(0);
    }

    @Override
    public void close() {
        caller.ifPresent(Caller::close);
        server.close();
    }
}
