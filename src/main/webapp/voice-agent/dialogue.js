import { brokeOff, mayOfferLess, noticeFor, problemOf } from './problems.js';
import { next } from './state.js';
import { listener, tell } from './telling.js';
import { pause, renew, runTurn } from './turn.js';
import { newTurnId } from './turn-id.js';

/**
 * The visitor and the agent taking turns: one turn at a time, and each new one ends the one before. Everything a turn
 * has started hangs on its signal.
 */
export class Dialogue {
  #api;
  #voice;
  #ears;
  #readiness;
  #stage; // shows and reports: state, status, level, draft, question, notice, answered, problem
  #state = 'idle';
  #turn = new AbortController(); // what ends the turn under way
  #enough = null; // what ends listening, while the microphone is open
  #held = false; // listening ends when the button is let go
  #line = null;
  #asked = null; // the turn the server knows of

  constructor(api, voice, ears, readiness, stage) {
    this.#api = api;
    this.#voice = voice;
    this.#ears = ears;
    this.#readiness = readiness;
    this.#stage = stage;
  }

  get state() {
    return this.#state;
  }

  /** The microphone button: listen, or stop listening; in an answer, interrupt it and listen. */
  press() {
    if (this.#enough) return this.#enough.abort();
    if (this.#state === 'listening') return this.interrupt(); // the microphone has not been allowed yet
    this.#mayListen(false);
  }

  /** The microphone button is held: listen until it is let go. */
  hold() {
    if (this.#state !== 'listening') this.#mayListen(true);
  }

  /** It is let go. Before the microphone was open, as where the browser has to ask first, that was a press like any other. */
  release() {
    this.#held = false;
    this.#enough?.abort();
  }

  ask(question) {
    this.#voice.unlock();
    const signal = this.#begin('ask');
    const turnId = newTurnId();
    this.#answer({ turnId, question, line: this.#stage.question(turnId, question) }, signal);
  }

  /** The page goes away: silence, but the visitor may come back to what is being answered. */
  leave() {
    this.#asked = null;
    this.interrupt();
  }

  /** Ends the turn under way: silence at once, and every call of it aborted. False when there was none. */
  interrupt() {
    if (this.#state === 'idle') return false;
    this.#end('interrupted');
    this.#happen('interrupt');
    return true;
  }

  #mayListen(held) {
    const refusal = this.#ears.refusal ?? this.#ears.note();
    if (!refusal) {
      this.#voice.unlock();
      return this.#listen(held);
    }
    this.interrupt();
    this.#readiness.poll();
    this.#stage.notice(refusal, this.#readiness.values);
  }

  async #listen(held) {
    const signal = this.#begin('press');
    this.#held = held;
    try {
      const enough = new AbortController();
      const onopen = () => (this.#enough = enough);
      const heard = await this.#ears.listen(this.#stage, { signal, enough: enough.signal, held: () => this.#held, onopen });
      this.#enough = null;
      this.#happen('utterance');
      const turn = { turnId: newTurnId(), ...heard };
      if (turn.question) turn.line = this.#stage.question(turn.turnId, turn.question);
      await this.#answer(turn, signal);
    } catch (error) {
      this.#fail(error, signal);
    }
  }

  async #answer(turn, signal) {
    try {
      this.#line = turn.line ?? null;
      this.#stage.status(turn.question === undefined ? 'understanding' : 'answering');
      const speech = await this.#speech(turn, signal);
      turn.speech = speech !== null;
      this.#asked = turn;
      for await (const event of runTurn(this.#api, turn, signal)) {
        signal.throwIfAborted();
        this.#happened(turn, event, speech);
      }
      await speech?.finished();
      signal.throwIfAborted();
      this.#end();
      this.#happen('done');
    } catch (error) {
      this.#fail(error, signal, turn);
    }
  }

  #happened(turn, event, speech) {
    if (event.type === 'waiting' || event.type === 'reconnecting') this.#stage.status(event.type);
    else if (event.type === 'begun') speech?.restart();
    else if (event.type === 'anew') this.#anew(turn, speech);
    else tell(event, { turn, speech, stage: this.#stage, thinking: this.#state === 'thinking' });
    this.#line = turn.line ?? null;
  }

  /** Nothing of what was told of the turn counts any more. */
  #anew(turn, speech) {
    turn.line?.restart();
    speech?.anew();
    this.#voice.stop();
  }

  #speech(turn, signal) {
    const onaudible = () => this.#happen('audible');
    const onquiet = () => this.#happen('quiet');
    const onheard = (index) => this.#api.heard(turn, index);
    const shown = listener(turn, this.#stage, { onaudible, onquiet, onproblem: (problem) => this.#report(problem) });
    return this.#voice.begin(signal, { ...shown, onheard });
  }

  #fail(error, signal, turn) {
    if (signal.aborted) return; // interrupted: whoever did it has said so
    const problem = problemOf(error);
    this.#end('failed');
    this.#happen('fail');
    const from = Date.now() + (problem.retryAfter ?? 0) * 1000;
    const { key, values, repeatable } = noticeFor(problem);
    this.#stage.notice(key, values, turn && repeatable ? () => this.#again(turn, problem, from) : null);
    this.#report(problem);
  }

  #report(problem) {
    this.#stage.problem(problem);
    if (mayOfferLess(problem)) this.#readiness.recheck();
  }

  /** Runs a failed turn again, not before the server wants it. */
  async #again(turn, problem, from) {
    this.#voice.unlock();
    const signal = this.#begin('ask');
    if (!brokeOff(problem) || !this.#api.resumes) renew(turn);
    turn.line?.restart(turn.turnId);
    this.#line = turn.line ?? null;
    this.#stage.status('waiting');
    await pause(Math.max(0, from - Date.now()), signal).then(() => this.#answer(turn, signal), () => {});
  }

  #begin(happening) {
    this.#end('interrupted');
    this.#turn = new AbortController();
    this.#stage.notice(null);
    this.#happen(happening);
    return this.#turn.signal;
  }

  #end(outcome) {
    if (outcome === 'interrupted' && this.#asked) this.#tell(this.#asked);
    const heard = this.#voice.heard ?? this.#line?.count;
    this.#asked = null;
    this.#turn.abort();
    this.#enough = null;
    this.#voice.stop();
    if (outcome) this.#line?.finish({ outcome, heard });
    this.#line?.speaking(null);
    this.#line = null;
    this.#stage.status(null);
  }

  /** The history is to hold what the visitor has heard, or seen where nothing is spoken. */
  #tell({ turnId, line }) {
    this.#api.interrupt(turnId, this.#voice.heard ?? line?.count ?? 0);
  }

  #happen(happening) {
    const state = next(this.#state, happening);
    if (state === this.#state) return;
    this.#state = state;
    this.#stage.state(state);
  }
}
