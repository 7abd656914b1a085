package org.voiceagent.conversation.control;

import java.util.Optional;
import org.voiceagent.conversation.entity.Asked;
import org.voiceagent.conversation.entity.Mode;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.conversation.entity.TurnRequest;

/** Turns that have begun. */
final class TestTurns {

    private TestTurns() {}

    /** One of {@code /chat}. */
    static RunningTurn written(String question) {
        return new RunningTurn(
                new TurnRequest(
                        new SessionRef("s"),
                        TurnId.mint(),
                        Asked.written(new Question(question, 1)),
                        Optional.empty(),
                        false,
                        "127.0.0.1",
                        Mode.CHAT),
                new Entry.Before(null),
                Optional.empty(),
                new TurnStopwatch());
    }
}
