package org.voiceagent.conversation.control;

import org.voiceagent.conversation.entity.TurnEvent;

/** Notices after each event whether its listener has gone; sentences and speech are told by two threads. */
final class Watched implements TurnListener {

    private final TurnListener listener;
    private final Runnable whenGone;
    private boolean goneBefore;

    /** @param whenGone called once */
    Watched(TurnListener listener, Runnable whenGone) {
        this.listener = listener;
        this.whenGone = whenGone;
    }

    @Override
    public boolean gone() {
        return listener.gone();
    }

    @Override
    public void accept(TurnEvent event) {
        listener.accept(event);
        noticeLeaving();
    }

    private synchronized void noticeLeaving() {
        if (!goneBefore && listener.gone()) {
            goneBefore = true;
            whenGone.run();
        }
    }
}
