package org.voiceagent.conversation.boundary;

import org.voiceagent.conversation.entity.TurnEvent;
import org.voiceagent.web.InvalidField;

/**
 * Names how far a stream has come, as {@code <index>.<part>}: the next sentence to receive, and how many pieces of it have
 * been received. Only events that bring it further have an id: a spoken answer's are those with sound, since its sentences
 * are told ahead of it.
 */
final class EventIds {

    private boolean aloud;
    private int told;

    /** @param aloud whether the answer is spoken */
    EventIds(boolean aloud) {
        this.aloud = aloud;
    }

    /**
     * The sentence to go on with after an event.
     *
     * @param id as sent by {@link #after}; null for none, which is the beginning
     */
    static int sentenceAfter(String id) {
        if (id == null) {
            return 0;
        }
        String index = id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
        if (!index.matches("\\d{1,6}")) {
            throw new InvalidField("/Last-Event-ID", "must be the id of an event.");
        }
        return Integer.parseInt(index);
    }

    /** The id of an event that is sent now; empty for none. */
    synchronized String after(TurnEvent event) {
        if (event instanceof TurnEvent.Sentence sentence) {
            told = sentence.index() + 1;
            return aloud ? "" : told + ".0";
        }
        if (event instanceof TurnEvent.Unspoken) {
            aloud = false;
            return told + ".0";
        }
        if (event instanceof TurnEvent.Audio audio) {
            return audio.last() ? audio.index() + 1 + ".0" : audio.index() + "." + audio.part();
        }
        return "";
    }
}
