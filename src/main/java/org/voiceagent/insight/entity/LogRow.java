package org.voiceagent.insight.entity;

import java.util.Optional;
import org.voiceagent.conversation.entity.SessionBegun;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnCompleted;
import org.voiceagent.conversation.entity.TurnCut;
import org.voiceagent.conversation.entity.TurnRated;

/** Something to write into the log; holds a visitor's words as they are. */
public sealed interface LogRow {

    SessionRef session();

    /** @param country two letters, where a proxy has said so, or a file of the operator's knows the address */
    record Begun(SessionBegun event, Optional<String> country, Device device) implements LogRow {

        @Override
        public SessionRef session() {
            return event.session();
        }
    }

    record Ended(TurnCompleted event) implements LogRow {

        @Override
        public SessionRef session() {
            return event.session();
        }
    }

    record Rated(TurnRated event) implements LogRow {

        @Override
        public SessionRef session() {
            return event.session();
        }
    }

    record Cut(TurnCut event) implements LogRow {

        @Override
        public SessionRef session() {
            return event.session();
        }
    }
}
