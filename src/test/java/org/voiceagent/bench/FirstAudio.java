package org.voiceagent.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long visitors who ask aloud wait for the first sound of the answer. */
final class FirstAudio {

    private static final int VISITORS = 4;
    private static final int QUESTIONS = 5;
    private static final int WARM_UP = 40;
    private static final int MEASURED = Integer.getInteger("bench.spoken", 100);
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private FirstAudio() {}

    static void print(ServerUnderTest server) {
        EventLoop loop = new EventLoop();
        Requests requests = new Requests(server.url());
        List<Answer> answers = new ArrayList<>();
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < VISITORS; i++) {
            Caller caller = new Caller(loop, server.url());
            callers.add(caller);
            new Questioner(caller, requests, requests::spokenTurn, QUESTIONS, answers::add).start();
        }
        long deadline = System.nanoTime() + LONGEST.toNanos();
        loop.runUntil(() -> answers.size() >= WARM_UP + MEASURED || System.nanoTime() > deadline);
        callers.forEach(Caller::close);
        List<Answer> measured = answers.subList(Math.min(WARM_UP, answers.size()), answers.size());
        List<Answer> spoken = measured.stream()
                .filter(answer -> answer.ok() && answer.firstAudio() > 0)
                .toList();
        Figures first =
                new Figures(spoken.stream().map(Answer::millisToFirstAudio).toList());
        Figures whole = new Figures(spoken.stream().map(Answer::millis).toList());
        System.out.printf(
                "first audio of a spoken question, %d at a time: %s; whole turn: %s; %d turns, failed: %d%n",
                VISITORS,
                first.percentiles("ms"),
                whole.percentiles("ms"),
                first.count(),
                measured.size() - spoken.size());
    }
}
