package org.voiceagent.bench;

import java.util.function.Consumer;

/** Visitors on one connection, one after the other: each gets a session, asks its questions, and gives way to the next. */
final class Questioner {

    /** Writes a question's call. */
    interface Call {
        byte[] of(String session);
    }

    private final Caller caller;
    private final Requests requests;
    private final Call question;
    private final int questionsEach;
    private final Consumer<Answer> heard;
    private boolean over;
    private boolean waiting;
    private String session = "";
    private int asked;

    /** @param heard is told of every answer to a question */
    Questioner(Caller caller, Requests requests, Call question, int questionsEach, Consumer<Answer> heard) {
        this.caller = caller;
        this.requests = requests;
        this.question = question;
        this.questionsEach = questionsEach;
        this.heard = heard;
    }

    /** Asks until {@link #stop()}. */
    void start() {
        waiting = true;
        if (session.isEmpty() || asked == questionsEach) {
            caller.call(requests.session(), this::welcomed);
        } else {
            ask();
        }
    }

    private void welcomed(Answer minted) {
        session = minted.field("sessionId");
        asked = 0;
        ask();
    }

    private void ask() {
        asked++;
        caller.call(question.of(session), answer -> {
            waiting = false;
            heard.accept(answer);
            if (!over) {
                start();
            }
        });
    }

    /** Asks nothing more; what is asked is still answered. */
    void stop() {
        over = true;
    }

    boolean idle() {
        return over && !waiting;
    }
}
