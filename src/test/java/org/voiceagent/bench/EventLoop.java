package org.voiceagent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** One thread that waits for many connections and many moments at once. */
final class EventLoop {

    /** Something that waits for its socket. */
    interface Waiting {
        void ready() throws IOException;

        void broken(IOException cause);
    }

    private record Alarm(long at, long number, Runnable task) implements Comparable<Alarm> {
        @Override
        public int compareTo(Alarm other) {
            return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
        }
    }

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LONGEST_WAIT = 100;

    private final Selector selector;
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    private long numbered;

    EventLoop() {
        try {
            selector = Selector.open();
        } catch (IOException noSelector) {
            throw new UncheckedIOException(noSelector);
        }
    }

    Selector selector() {
        return selector;
    }

    /** @param nanos as {@link System#nanoTime()} tells it */
    void at(long nanos, Runnable task) {
        alarms.add(new Alarm(nanos, numbered++, task));
    }

    /** Serves all until the condition holds; it is looked at after every round. */
    void runUntil(BooleanSupplier over) {
        try {
            while (!over.getAsBoolean()) {
                round();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void round() throws IOException {
        long wait = alarms.isEmpty() ? LONGEST_WAIT : millisUntil(alarms.peek().at());
        if (wait <= 0) {
            selector.selectNow();
        } else {
            selector.select(Math.min(wait, LONGEST_WAIT));
        }
        for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
            SelectionKey key = keys.next();
            keys.remove();
            serve((Waiting) key.attachment());
        }
        long now = System.nanoTime();
        while (!alarms.isEmpty() && alarms.peek().at() - now <= 0) {
            alarms.remove().task().run();
        }
    }

    private static void serve(Waiting waiting) {
        try {
            waiting.ready();
        } catch (IOException cause) {
            waiting.broken(cause);
        }
    }

    /** Rounded up, so that no alarm comes early. */
    private static long millisUntil(long nanos) {
        return (nanos - System.nanoTime() + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
    }
}
