package org.voiceagent.conversation.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.voiceagent.answer.control.AnswerStream;
import org.voiceagent.conversation.entity.Preferences;
import org.voiceagent.conversation.entity.Question;
import org.voiceagent.conversation.entity.TurnRequest;
import org.voiceagent.conversation.entity.TurnTimings;
import org.voiceagent.cost.Money;
import org.voiceagent.cost.StageCosts;
import org.voiceagent.cost.Usage;

/** A turn that was let in; {@link TurnPipeline#complete} must be called for it, which closes the answer. */
public final class RunningTurn {

    private final TurnRequest request;
    private final Entry entry;
    private final TurnStopwatch watch;
    private final List<String> sentences;
    private Optional<Question> question;
    private AnswerStream answer = Replay.nothing();
    private Optional<Ahead> ahead = Optional.empty();
    private final Tally tally = new Tally();
    private final Interruption interruption = new Interruption();
    private volatile boolean resumed;
    private boolean remembered;

    /** @param question empty until a spoken one is {@link #understood} */
    RunningTurn(TurnRequest request, Entry entry, Optional<Question> question, TurnStopwatch watch) {
        this.request = request;
        this.entry = entry;
        this.question = question;
        this.watch = watch;
        this.sentences = new ArrayList<>(request.told());
    }

    TurnRequest request() {
        return request;
    }

    boolean unheard() {
        return question.isEmpty();
    }

    void understood(Question heard) {
        question = Optional.of(heard);
        watch.understood();
    }

    /** As it was written, or as it was understood. */
    public Question question() {
        return question.orElseThrow();
    }

    AnswerStream answer() {
        return answer;
    }

    /** Its answer may have been begun before it was admitted. */
    void beginsWith(Optional<Ahead> begun) {
        ahead = begun;
    }

    Optional<Ahead> ahead() {
        return ahead;
    }

    void answers(AnswerStream begun) {
        answer = begun;
    }

    /** Empty when the turn has run before and is only told again. */
    Optional<Entry.Admitted> admitted() {
        return entry instanceof Entry.Admitted admitted ? Optional.of(admitted) : Optional.empty();
    }

    Entry entry() {
        return entry;
    }

    Preferences preferences() {
        return admitted().map(Entry.Admitted::preferences).orElse(Preferences.NONE);
    }

    /** Whether there is the money to speak its answer. */
    boolean mayBeSpoken() {
        return admitted().map(entered -> entered.allowance().voice()).orElse(true);
    }

    /** What the answer consumed; final once the turn is complete. */
    public Usage usage() {
        return answer.usage();
    }

    void costs(StageCosts more) {
        tally.costs(more);
    }

    Money cost() {
        return tally.cost();
    }

    Tally tally() {
        return tally;
    }

    /**
     * A sentence of its answer is told.
     *
     * @return its index
     */
    int tells(String sentence) {
        sentences.add(sentence);
        return sentences.size() - 1;
    }

    /** All of the answer that was told. */
    String told() {
        return String.join(" ", sentences);
    }

    Interruption interruption() {
        return interruption;
    }

    /** The visitor's side has played this sentence, and those before it, to the end. */
    void heardThrough(int index) {
        watch.heard();
        interruption.report(index + 1);
    }

    /** Whether it was interrupted while there was more of the answer than was heard. */
    boolean cutShort() {
        OptionalInt heard = interruption.heard();
        return heard.isPresent() && heard.getAsInt() < sentences.size();
    }

    /** What was heard of an answer that was interrupted. */
    String heard() {
        int heard = interruption.heard().orElse(0);
        return String.join(" ", sentences.subList(0, Math.min(heard, sentences.size())));
    }

    /** Its visitor has come back, maybe to another member, after the connection broke. */
    void hasResumed() {
        resumed = true;
    }

    boolean resumed() {
        return resumed;
    }

    void isRemembered() {
        remembered = true;
    }

    boolean remembered() {
        return remembered;
    }

    TurnStopwatch watch() {
        return watch;
    }

    TurnTimings timings() {
        return watch.timings();
    }
}
