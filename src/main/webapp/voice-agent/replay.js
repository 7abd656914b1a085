import { mayOfferLess, noticeFor, Problem, problemOf } from './problems.js';
import { spoken } from './saying.js';

/**
 * Says an answer once more, while nothing else is said. It is no turn: nothing is asked, and the history stays as it is.
 */
export class Replay {
  #api;
  #voice;
  #readiness;
  #stage;
  #onrest;
  #saying = null;

  /** `onrest()` shows how things stand without it. */
  constructor(api, voice, readiness, stage, onrest) {
    this.#api = api;
    this.#voice = voice;
    this.#readiness = readiness;
    this.#stage = stage;
    this.#onrest = onrest;
  }

  /** Is something said, or about to be? */
  get on() {
    return this.#saying !== null;
  }

  /** Call it inside a press or a key. `onover()` is called when it has ended, however. */
  async say(text, onover) {
    this.stop();
    const refusal = this.#voice.mute;
    if (refusal) {
      this.#readiness.poll();
      this.#stage.notice(refusal, this.#readiness.values);
      return onover();
    }
    const saying = (this.#saying = new AbortController());
    saying.signal.addEventListener('abort', onover, { once: true });
    this.#voice.unlock();
    this.#stage.notice(null);
    this.#stage.state('thinking');
    try {
      await this.#speak(text, saying.signal);
    } catch (error) {
      if (!saying.signal.aborted) this.#fail(error);
    }
    if (this.#saying === saying) this.stop();
  }

  /** Silence at once; false when nothing was said. */
  stop() {
    const saying = this.#saying;
    if (!saying) return false;
    this.#saying = null;
    saying.abort();
    this.#voice.stop();
    this.#onrest();
    return true;
  }

  async #speak(text, signal) {
    const speech = await this.#voice.again(signal, {
      onaudible: () => {
        this.#stage.state('speaking');
        this.#stage.status('speaking');
      },
      onsentence: () => {},
      onoff: (problem) => this.#fail(problem),
    });
    signal.throwIfAborted();
    if (!speech) throw Problem.local('silent');
    for await (const piece of spoken(this.#api, text, this.#readiness.config.limits.speakCharacters, signal)) {
      signal.throwIfAborted();
      if (speech.off) return;
      speech.piece(piece);
    }
    await speech.finished();
  }

  #fail(error) {
    const problem = problemOf(error);
    const { key, values } = refused(problem);
    this.#stage.notice(key, values);
    this.#stage.problem(problem);
    if (mayOfferLess(problem)) this.#readiness.recheck();
  }
}

/** What to tell when an answer cannot be said again: it is there to be read, whatever else is wrong. */
function refused(problem) {
  if (problem.kind === 'voice-budget-spent') return { key: 'speechSpent' };
  const passing = problem.kind === 'unreachable' || problem.status === 429 || problem.status === 503;
  return passing ? noticeFor(problem) : { key: 'voiceOff' };
}
