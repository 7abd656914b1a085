package org.voiceagent.conversation.control;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Work on a thread beside the turn's own. */
final class Work {

    private final Future<?> task;
    private final AtomicBoolean started;
    private final CountDownLatch ended;

    /**
     * @param started true from the task's first step on; cancelled before it, it never takes one
     * @param ended counted down when the task has left its thread
     */
    Work(Future<?> task, AtomicBoolean started, CountDownLatch ended) {
        this.task = task;
        this.started = started;
        this.ended = ended;
    }

    /** Waits until it has ended; its own time limits end it. */
    void await() {
        try {
            ended.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Interrupts it; does not wait until it has noticed. */
    void interrupt() {
        if (task.cancel(true) && !started.get()) {
            ended.countDown();
        }
    }
}
