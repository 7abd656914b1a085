import { HEARD } from './endpointing.js';
import { LiveTurn } from './live-turn.js';
import { noticeFor, Problem } from './problems.js';
import { listener, tell } from './telling.js';
import { newTurnId } from './turn-id.js';

/**
 * The turns of a live conversation, where the server tells what was said and when the visitor has spoken over the agent: one
 * at a time, and each new one ends the one before.
 */
export class LiveDialogue {
  #voice;
  #stage;
  #wire;
  #state = 'idle';
  #turn = null;
  #past = new Set(); // turns that are over, whatever still comes of them

  /** `wire` has `listening`, is there a server that listens, `send(message)`, which answers the same, `onrest()`, and
   *  `resumes`, false where no turn is told again after a broken connection. */
  constructor(voice, stage, wire) {
    this.#voice = voice;
    this.#stage = stage;
    this.#wire = wire;
  }

  get state() {
    return this.#state;
  }

  /** Is there a turn, be it only heard to its end? */
  get busy() {
    return this.#turn !== null;
  }

  /** The microphone is open, or closed. */
  become(state) {
    if (state === this.#state) return;
    this.#state = state;
    this.#stage.state(state);
  }

  /** What was typed; it is sent later when nobody listens now. */
  ask(question) {
    const turnId = newTurnId();
    this.#begin({ turnId, question, typed: true });
    if (!this.#wire.send({ type: 'question', turnId, text: question })) this.#stage.status('waiting');
  }

  /** Silence at once; false when nothing was said. */
  interrupt() {
    if (!this.busy) return false;
    this.end('interrupted');
    this.#wire.send({ type: 'interrupt' });
    return true;
  }

  /** The server listens: for the first time, or after a break, from which it comes back to the turn. */
  started(renewed) {
    const turn = this.#turn;
    if (!turn) return this.rest();
    if (turn.done) return;
    if (turn.begun && !renewed && this.#wire.resumes === false) return this.#again(turn);
    turn.reconnected();
    const { turnId, question, missing } = turn;
    if (renewed || !turn.begun) this.#wire.send({ type: 'question', turnId, text: question });
    else this.#wire.send({ type: 'resume', turnId, from: missing });
    this.#stage.status(turn.audible ? 'speaking' : 'answering');
  }

  broken() {
    this.#stage.status(this.#turn && !this.#turn.done ? 'reconnecting' : 'handsFreeReconnecting');
  }

  /**
   * What this side makes of what the visitor says, shown until the server tells. Who `speaksOver` the answer need not wait
   * for the way to the server and back: the voice falls low at once, and comes again when it was nothing.
   */
  noticed(heard, speaksOver) {
    if (speaksOver) this.#stage.spokenOver();
    if (speaksOver || heard !== HEARD.SPEECH) this.#voice.hush(speaksOver);
    if (this.busy || !this.#wire.listening || heard === HEARD.NOTHING) return;
    this.#stage.status(heard === HEARD.END || heard === HEARD.LIMIT ? 'understanding' : 'listening');
  }

  /** A message of the server. */
  received(event) {
    const { type, turnId } = event;
    const known = turnId === this.#turn?.turnId;
    if (type === 'error') this.#failed(event);
    else if (type === 'not-understood') this.busy || this.#stage.status('notUnderstood');
    else if (type === 'transcript' && !known) this.#understood(event);
    else if (!known || this.#turn === null) return; // of a turn that is over
    else if (type === 'interrupted') this.end('interrupted');
    else this.#told(event);
  }

  /** Ends the turn under way: silence first, then the rest. */
  end(outcome) {
    const turn = this.#turn;
    if (!turn) return;
    this.#turn = null;
    this.#voice.stop();
    if (!outcome) turn.heardAll();
    this.#report(turn);
    turn.end(outcome);
    this.#past.add(turn.turnId);
    this.become('listening');
    this.rest();
    this.#wire.onrest();
  }

  rest() {
    this.#stage.status(this.#wire.listening ? 'listening' : 'handsFreeReconnecting');
  }

  #understood({ turnId, text }) {
    if (this.#past.has(turnId)) return;
    if (!this.#turn?.typed || this.#turn.begun) return this.#begin({ turnId, question: text });
    this.#past.add(turnId); // said before a question was typed: the server answers that one
    this.#stage.question(turnId, text).finish({ outcome: 'interrupted' });
  }

  #told(event) {
    const turn = this.#turn;
    turn.note(event);
    tell(event, { turn, speech: turn.speech, stage: this.#stage, thinking: this.#state === 'thinking' });
    this.#report(turn);
    if (!turn.done) return;
    const spoken = turn.speech?.finished() ?? Promise.resolve();
    spoken.then(() => turn.signal.aborted || this.end());
  }

  #begin({ turnId, question, typed }) {
    this.end('interrupted');
    this.#stage.notice(null);
    this.#answer(new LiveTurn({ turnId, question, typed, line: this.#stage.question(turnId, question) }));
  }

  #answer(turn) {
    const onaudible = () => {
      turn.audible = true;
      this.become('speaking');
    };
    const onquiet = () => {
      turn.audible = false;
      this.become('thinking');
    };
    const onheard = (index) => {
      turn.heard(index);
      this.#report(turn);
    };
    const shown = listener(turn, this.#stage, { onaudible, onquiet, onproblem: (problem) => this.#stage.problem(problem) });
    turn.speech = this.#voice.speak(turn.signal, { ...shown, onheard });
    this.#turn = turn;
    this.become('thinking');
    this.#stage.status('answering');
  }

  #report(turn) {
    turn.report((message) => this.#wire.send(message));
  }

  #failed({ turnId, problem }) {
    const turn = this.#turn?.turnId === turnId ? this.#turn : null;
    if (!turn && this.#past.has(turnId)) return;
    if (turn) this.end('failed');
    const told = problem.kind === 'turn-not-found' ? Problem.local('cut') : problem;
    const { key, values, repeatable } = noticeFor(told);
    this.#stage.notice(key, values, turn && repeatable ? () => this.#again(turn) : null);
    this.#stage.problem(told);
  }

  /** A turn that failed, or that the server cannot go on with, anew. */
  #again({ question, line }) {
    this.end('interrupted');
    this.#stage.notice(null);
    const turnId = newTurnId();
    line.restart(turnId);
    this.#answer(new LiveTurn({ turnId, question, line, typed: true }));
    this.#wire.send({ type: 'question', turnId, text: question });
  }
}
