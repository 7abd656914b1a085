import { captureUtterance, UTTERANCE_RATE } from './capture.js';
import { noticeFor, outcomeUnknown, Problem } from './problems.js';
import { longestUtteranceMs } from './readiness.js';
import { next } from './state.js';
import { pause, runTurn } from './turn.js';
import { newTurnId } from './turn-id.js';
import { encodeWav } from './wav.js';

/**
 * The visitor and the agent taking turns: one turn at a time, and each new one ends the one before. Everything a turn
 * has started hangs on its signal.
 */
export class Dialogue {
  #api;
  #voice;
  #readiness;
  #stage; // shows and reports: state, status, level, question, notice, answered, problem
  #state = 'idle';
  #turn = new AbortController(); // what ends the turn under way
  #enough = null; // what ends listening, while the microphone is open
  #line = null;

  constructor(api, voice, readiness, stage) {
    this.#api = api;
    this.#voice = voice;
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
    const refusal = this.#refusal();
    if (refusal) {
      this.interrupt();
      this.#readiness.poll();
      return this.#stage.notice(refusal);
    }
    this.#voice.unlock();
    this.#listen();
  }

  #refusal() {
    if (!this.#voice.knowsLanguage) return 'voiceNotInLanguage';
    return this.#readiness.ready('transcription') ? null : 'voiceWarmingUp';
  }

  ask(question) {
    this.#voice.unlock();
    const signal = this.#begin('ask');
    const turnId = newTurnId();
    this.#answer({ turnId, question, line: this.#stage.question(turnId, question) }, signal);
  }

  /** Ends the turn under way: silence at once, and every call of it aborted. False when there was none. */
  interrupt() {
    if (this.#state === 'idle') return false;
    this.#end('interrupted');
    this.#happen('interrupt');
    return true;
  }

  async #listen() {
    const signal = this.#begin('press');
    this.#stage.status('microphone');
    try {
      const samples = await this.#hear(signal);
      this.#enough = null;
      this.#happen('utterance');
      await this.#answer({ turnId: newTurnId(), utterance: encodeWav(samples, UTTERANCE_RATE) }, signal);
    } catch (error) {
      this.#fail(error, signal);
    }
  }

  #hear(signal) {
    const enough = new AbortController();
    const onstart = () => {
      this.#enough = enough;
      this.#stage.status('listening');
    };
    const onlevel = (level, spoke) => {
      this.#stage.level(level);
      if (spoke) this.#stage.status('hearing');
    };
    const longestMs = longestUtteranceMs(this.#readiness.config.limits, UTTERANCE_RATE);
    return captureUtterance(this.#voice.unlock(), { signal, enough: enough.signal, longestMs, onstart, onlevel });
  }

  async #answer(turn, signal) {
    try {
      await this.#run(turn, signal);
    } catch (error) {
      this.#fail(error, signal, turn);
    }
  }

  async #run(turn, signal) {
    this.#line = turn.line ?? null;
    this.#stage.status(turn.question === undefined ? 'understanding' : 'answering');
    const speech = this.#speech(turn, signal);
    for await (const event of runTurn(this.#api, turn, signal)) {
      signal.throwIfAborted();
      if (event.type === 'waiting') this.#stage.status('waiting');
      else if (event.type === 'transcript') this.#transcript(turn);
      else if (event.type === 'sentence') this.#sentence(turn, event, speech);
      else if (event.type === 'done') this.#done(turn, event);
    }
    await speech?.finished();
    signal.throwIfAborted();
    this.#end();
    this.#happen('done');
  }

  #transcript(turn) {
    turn.line = this.#line = this.#stage.question(turn.turnId, turn.question);
    this.#stage.status('answering');
  }

  #sentence(turn, { index, text }, speech) {
    if (turn.line.has(index)) return; // told again after a broken connection
    turn.line.sentence(index, text);
    speech?.say(index, text);
    if (this.#state === 'thinking') this.#stage.status('answering');
  }

  #done(turn, { response, sources = [] }) {
    turn.line.finish({ response, sources });
    this.#stage.answered({ question: turn.question, response, sources });
  }

  #speech(turn, signal) {
    return this.#voice.begin(signal, {
      onaudible: () => {
        this.#happen('audible');
        this.#stage.status('speaking');
      },
      onsentence: (index) => turn.line.speaking(index),
      onoff: (problem) => {
        this.#stage.notice('voiceOff');
        this.#stage.problem(problem);
      },
    });
  }

  #fail(error, signal, turn) {
    if (signal.aborted) return; // interrupted: whoever did it has said so
    if (!(error instanceof Problem)) reportError(error);
    const problem = error instanceof Problem ? error : new Problem({ title: 'failed' });
    this.#end('failed');
    this.#happen('fail');
    const failedAt = Date.now();
    const { key, values, repeatable } = noticeFor(problem);
    this.#stage.notice(key, values, turn && repeatable ? () => this.#again(turn, problem, failedAt) : null);
    this.#stage.problem(problem);
  }

  /** Runs a failed turn again, not before the server wants it. */
  async #again(turn, problem, failedAt) {
    this.#voice.unlock();
    const signal = this.#begin('ask');
    if (!outcomeUnknown(problem)) turn.turnId = newTurnId();
    turn.line?.restart();
    this.#line = turn.line ?? null;
    this.#stage.status('waiting');
    const wait = failedAt + (problem.retryAfter ?? 0) * 1000 - Date.now();
    await pause(Math.max(0, wait), signal).then(() => this.#answer(turn, signal), () => {});
  }

  #begin(happening) {
    this.#end('interrupted');
    this.#turn = new AbortController();
    this.#stage.notice(null);
    this.#happen(happening);
    return this.#turn.signal;
  }

  #end(outcome) {
    this.#turn.abort();
    this.#enough = null;
    this.#voice.stop();
    if (outcome) this.#line?.finish({ outcome });
    this.#line?.speaking(null);
    this.#line = null;
    this.#stage.status(null);
  }

  #happen(happening) {
    const state = next(this.#state, happening);
    if (state === this.#state) return;
    this.#state = state;
    this.#stage.state(state);
  }
}
