package org.voiceagent.conversation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.voiceagent.answer.control.AnswerModel;
import org.voiceagent.answer.control.AnswerStream;
import org.voiceagent.answer.entity.AnswerRequest;
import org.voiceagent.answer.entity.Excerpt;
import org.voiceagent.answer.entity.Message;
import org.voiceagent.conversation.entity.ConversationLimits;
import org.voiceagent.conversation.entity.Outcome;
import org.voiceagent.conversation.entity.Source;
import org.voiceagent.conversation.entity.Turn;
import org.voiceagent.conversation.entity.TurnCompleted;
import org.voiceagent.conversation.entity.TurnEvent;
import org.voiceagent.conversation.entity.TurnRequest;
import org.voiceagent.conversation.store.ConversationMemory;
import org.voiceagent.knowledge.control.KnowledgeBase;
import org.voiceagent.speech.control.SentenceSplitter;
import org.voiceagent.web.InvalidField;
import org.voiceagent.web.Problem;

/**
 * One turn: passages from the knowledge base, answer stream, sentences, remember, observe. It has two halves, because
 * there are two doors for errors: until {@link #begin} returns a failure is a status, while {@link #complete} runs it is
 * the stream's last event.
 */
@ApplicationScoped
public class TurnPipeline {

    @Inject
    private KnowledgeBase knowledge;

    @Inject
    private AnswerModel model;

    @Inject
    private HistoryWindow window;

    @Inject
    private ConversationMemory memory;

    @Inject
    private Event<TurnCompleted> completed;

    @Inject
    private InstantSource clock;

    @Inject
    private ConversationLimits limits;

    /**
     * Begins to answer; returns when the answer has begun to come.
     *
     * @throws Problem of the engine; 422 when the turn's id was used for another question
     */
    public RunningTurn begin(TurnRequest request) {
        long started = System.nanoTime();
        Optional<Turn> before = request.conversation().turn(request.id());
        if (before.isPresent()) {
            return new RunningTurn(request, sameAnswer(before.get(), request), started);
        }
        List<Message> history = request.history()
                .orElseGet(() -> window.of(request.conversation().turns()));
        List<Excerpt> excerpts = excerpts(request, history);
        try {
            AnswerStream answer = model.answer(new AnswerRequest(
                    request.question().text(), request.question().confidence(), history, excerpts, request.language()));
            return new RunningTurn(request, answer, started);
        } catch (Problem problem) {
            failed(new RunningTurn(request, Replay.of(""), started), "", problem);
            throw problem;
        }
    }

    /**
     * Lets the answer come, sentence by sentence, and remembers it.
     *
     * @param events told on this thread, in order; {@code Done} is the last
     * @throws Problem when the answer breaks off; then nothing is remembered
     */
    public Turn complete(RunningTurn running, Consumer<TurnEvent> events) {
        StringBuilder response = new StringBuilder();
        try (AnswerStream answer = running.answer()) {
            SentenceSplitter sentences = new SentenceSplitter();
            SentenceCount count = new SentenceCount(running, events);
            for (Optional<String> delta = answer.next(); delta.isPresent(); delta = answer.next()) {
                running.deltaArrived();
                response.append(delta.get());
                sentences.add(delta.get()).forEach(count);
            }
            sentences.rest().forEach(count);
            Turn turn = turn(running, response.toString().strip(), Outcome.DONE);
            observe(running, turn, remember(running, turn), Optional.empty());
            events.accept(new TurnEvent.Done(turn, running.timings()));
            return turn;
        } catch (Problem problem) {
            failed(running, response.toString(), problem);
            throw problem;
        }
    }

    private List<Excerpt> excerpts(TurnRequest request, List<Message> history) {
        List<String> earlierQuestions = history.stream()
                .filter(message -> message.role() == Message.Role.USER)
                .map(Message::content)
                .toList();
        return knowledge.find(request.question().text(), earlierQuestions, limits.passages()).stream()
                .map(finding -> new Excerpt(
                        finding.passage().title(),
                        finding.passage().url(),
                        finding.passage().text(),
                        finding.relevance()))
                .toList();
    }

    private static AnswerStream sameAnswer(Turn before, TurnRequest request) {
        if (before.question().equals(request.question().text())) {
            return Replay.of(before);
        }
        throw new InvalidField("/turnId", "was used for another question.");
    }

    private OptionalLong remember(RunningTurn running, Turn turn) {
        TurnRequest request = running.request();
        boolean visitorKeepsIt = request.history().isPresent();
        return visitorKeepsIt ? OptionalLong.empty() : memory.append(request.session(), turn);
    }

    private void failed(RunningTurn running, String response, Problem problem) {
        observe(running, turn(running, response, Outcome.FAILED), OptionalLong.empty(), Optional.of(problem.type()));
    }

    private Turn turn(RunningTurn running, String response, Outcome outcome) {
        TurnRequest request = running.request();
        List<Source> sources = running.answer().grounds().stream()
                .map(excerpt -> new Source(excerpt.title(), excerpt.url()))
                .toList();
        return new Turn(request.id(), request.question().text(), response, clock.instant(), outcome, sources);
    }

    private void observe(RunningTurn running, Turn turn, OptionalLong number, Optional<String> problem) {
        completed.fire(new TurnCompleted(
                running.request().session(),
                turn,
                number,
                running.timings(),
                running.answer().usage(),
                problem));
    }
}
