package org.voiceagent.outbound;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.voiceagent.outbound.OutboundFailure.Kind;

/**
 * A response body between the client's threads, which deliver it, and one reader, which waits for it. At most one
 * delivery is held: the next is asked for when the reader has used it up.
 */
final class IncomingBody implements BodySubscriber<IncomingBody> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<ByteBuffer> buffers = new ArrayDeque<>();
    private Optional<Flow.Subscription> subscription = Optional.empty();
    private Optional<OutboundFailure> failure = Optional.empty();
    private boolean complete;

    /**
     * Waits for bytes.
     *
     * @param deadline as {@link System#nanoTime()} tells it
     * @return how many were written to the start of {@code target}, -1 at the end
     */
    int read(byte[] target, Duration silence, long deadline) {
        try {
            int count = await(target, silence, deadline);
            if (count > 0) {
                askForMore();
            }
            return count;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            end(new OutboundFailure(Kind.CANCELLED, interrupted));
        }
        throw failed();
    }

    /** Ends the body early: the connection closes, a waiting reader gets the failure. Later ends change nothing. */
    void end(OutboundFailure reason) {
        Optional<Flow.Subscription> source = locked(() -> {
            if (!complete && failure.isEmpty()) {
                failure = Optional.of(reason);
            }
            if (failure.isPresent()) {
                buffers.clear();
            }
            changed.signalAll();
            return complete ? Optional.empty() : subscription;
        });
        source.ifPresent(Flow.Subscription::cancel);
    }

    private int await(byte[] target, Duration silence, long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long silenceEnds = System.nanoTime() + silence.toNanos();
            while (System.nanoTime() - deadline < 0) {
                if (!buffers.isEmpty()) {
                    return take(target);
                }
                if (complete) {
                    return -1;
                }
                long left = Math.min(silenceEnds - System.nanoTime(), deadline - System.nanoTime());
                if (failure.isPresent() || left <= 0) {
                    break;
                }
                changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
        end(new OutboundFailure(System.nanoTime() - deadline < 0 ? Kind.SILENCE_TIMEOUT : Kind.WHOLE_TIMEOUT));
        throw failed();
    }

    private int take(byte[] target) {
        int count = 0;
        while (count < target.length && !buffers.isEmpty()) {
            ByteBuffer next = buffers.element();
            int part = Math.min(next.remaining(), target.length - count);
            next.get(target, count, part);
            count += part;
            if (!next.hasRemaining()) {
                buffers.remove();
            }
        }
        return count;
    }

    private void askForMore() {
        Optional<Flow.Subscription> hungry = locked(() -> buffers.isEmpty() ? subscription : Optional.empty());
        hungry.ifPresent(source -> source.request(1));
    }

    private OutboundFailure failed() {
        OutboundFailure first = locked(failure::orElseThrow);
        // a new one each time: the first may have been made on the thread that closed
        return new OutboundFailure(first.kind(), first);
    }

    /** The subscription is never called under the lock: it has locks of its own and calls back. */
    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public CompletionStage<IncomingBody> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription source) {
        boolean wanted = locked(() -> {
            subscription = Optional.of(source);
            return failure.isEmpty();
        });
        if (wanted) {
            source.request(1);
        } else {
            source.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> delivery) {
        boolean empty = locked(() -> {
            delivery.stream().filter(ByteBuffer::hasRemaining).forEach(buffers::add);
            changed.signalAll();
            return buffers.isEmpty();
        });
        if (empty) {
            askForMore();
        }
    }

    @Override
    public void onError(Throwable cause) {
        // bytes that came before are still read: the failure waits behind them
        locked(() -> {
            failure = failure.or(() -> Optional.of(new OutboundFailure(Kind.BROKEN, cause)));
            changed.signalAll();
            return failure;
        });
    }

    @Override
    public void onComplete() {
        locked(() -> {
            complete = failure.isEmpty();
            changed.signalAll();
            return complete;
        });
    }
}
