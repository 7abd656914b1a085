package org.voiceagent.conversation.control;

import java.util.List;
import java.util.Optional;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.conversation.entity.LiveSettings;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.conversation.entity.TurnId;
import org.voiceagent.web.Problem;

/**
 * One visitor's hands-free conversation: what is said is listened to all the time, also while the agent speaks, and each
 * utterance is a turn. Nothing here waits; turns run on threads of their own.
 */
public final class LiveConversation {

    private final LiveTurns turns;
    private final LiveCaller caller;
    private final Optional<ConnectionMemory> memory;
    private final LiveVisitor visitor;
    private final LiveListening listening;
    private volatile Optional<LiveAnswer> current = Optional.empty();

    /** @param memory where the visitor's side keeps the conversation */
    LiveConversation(
            LiveTurns turns,
            LiveSettings settings,
            LiveCaller caller,
            Optional<ConnectionMemory> memory,
            LiveVisitor visitor) {
        this.turns = turns;
        this.caller = caller;
        this.memory = memory;
        this.visitor = visitor;
        this.listening = new LiveListening(settings, (utterance, quiet) -> turns.begin(this, utterance, quiet));
    }

    SessionRef session() {
        return caller.session();
    }

    String address() {
        return caller.address();
    }

    /** What was said before now, where nothing else on this side keeps it. */
    Optional<List<Message>> history() {
        return memory.map(ConnectionMemory::history);
    }

    /** @param samples mono, {@link LiveSettings#RATE} a second */
    public void hear(short[] samples) {
        boolean sounds = current.filter(LiveAnswer::sounds).isPresent();
        listening.accept(samples, sounds);
        if (sounds && listening.interrupts()) {
            interrupt();
        }
    }

    /** The visitor's side thinks that the utterance is over. */
    public void suggestEnd() {
        listening.suggestEnd();
    }

    public void ask(TurnId id, Question question) {
        interrupt();
        turns.ask(this, id, question);
    }

    /** @param from the first sentence that was not received to its end */
    public void resume(TurnId id, int from) {
        turns.resume(this, id, from);
    }

    /** @param through index of the last sentence that was played to its end */
    public void heard(TurnId id, int through) {
        current.filter(answer -> answer.id().equals(id)).ifPresent(answer -> answer.heardThrough(through));
    }

    /** The visitor has heard enough of what is said now. */
    public void interrupt() {
        current.filter(LiveAnswer::interrupt).ifPresent(answer -> {
            visitor.interrupted(answer.id());
            turns.interrupt(this, answer);
        });
    }

    /** The connection is gone; a turn that runs may be resumed on another one. */
    public void leave() {
        listening.leave();
    }

    LiveAnswer begins(TurnId id) {
        interrupt();
        LiveAnswer answer = new LiveAnswer(id, visitor.listener(id), memory);
        current = Optional.of(answer);
        return answer;
    }

    void notUnderstood() {
        visitor.notUnderstood();
    }

    void failed(Problem problem) {
        visitor.failed(TurnId.mint(), problem);
    }

    void failed(TurnId id, Problem problem) {
        visitor.failed(id, problem);
    }
}
