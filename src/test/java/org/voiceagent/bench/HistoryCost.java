package org.voiceagent.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a written turn costs after few turns of its session and after many; one turn at a time. */
final class HistoryCost {

    /** So that a session takes that many turns and keeps them. */
    static final Map<String, String> SETTINGS = Map.of(
            "VOICE_CONVERSATION_MAX_TURNS", "1000",
            "VOICE_LIMITS_TURNS_PER_SESSION", "1000");

    private static final int SPAN = 20;
    private static final int MEASURED = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int WARM_UP = 2;

    private final ServerUnderTest server;
    private final EventLoop loop = new EventLoop();
    private final Requests requests;
    private final Caller caller;
    private final Questioner.Call question;
    private final long deadline = System.nanoTime() + LONGEST.toNanos();

    private HistoryCost(ServerUnderTest server, Questioner.Call question) {
        this.server = server;
        this.requests = new Requests(server.url());
        this.caller = new Caller(loop, server.url());
        this.question = question;
    }

    static void print(ServerUnderTest server, Questioner.Call question) {
        HistoryCost cost = new HistoryCost(server, question);
        for (int i = 0; i < WARM_UP; i++) {
            cost.after(SPAN, SPAN);
        }
        // a window of the same length in all three would hide what the window itself costs
        for (int[] history : new int[][] {{2, 2}, {20, SPAN}, {200, SPAN}}) {
            System.out.printf("chat after %d turns: %s%n", history[0], cost.after(history[0], history[1]));
        }
        cost.caller.close();
    }

    /** @param span turns measured in each session from there on */
    private String after(int history, int span) {
        List<String> sessions = new ArrayList<>();
        while (sessions.size() < MEASURED / span) {
            sessions.add(call(requests.session()).field("sessionId"));
            ask(sessions.get(sessions.size() - 1), history);
        }
        double cpu = server.cpuMillis();
        long written = server.bytesWritten();
        List<Double> millis = new ArrayList<>();
        sessions.forEach(session -> millis.addAll(ask(session, span)));
        Figures times = new Figures(millis);
        return "%s, mean %.2f ms, %.2f ms of the server's CPU time, %d bytes written a turn"
                .formatted(
                        times.percentiles("ms"),
                        times.mean(),
                        (server.cpuMillis() - cpu) / times.count(),
                        (server.bytesWritten() - written) / times.count());
    }

    private List<Double> ask(String session, int times) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Answer answer = call(question.of(session));
            if (!answer.ok()) {
                throw new IllegalStateException("not answered: " + answer);
            }
            millis.add(answer.millis());
        }
        return millis;
    }

    private Answer call(byte[] request) {
        List<Answer> answers = new ArrayList<>();
        caller.call(request, answers::add);
        loop.runUntil(() -> !answers.isEmpty() || System.nanoTime() > deadline);
        return answers.get(0);
    }
}
