import { abortable } from './abortable.js';
import { listeningParts } from './listening-parts.js';
import { noticeFor, problemOf } from './problems.js';

/** The hands-free conversation, of which the modules come when it is first wanted. */
export class LateHandsFree {
  #stage;
  #make;
  #bring;
  #handsFree = null;
  #waiting = null; // what ends waiting for them

  /** `make(parts)` makes it, of what `bring()` resolves to. */
  constructor(stage, make, bring = listeningParts) {
    this.#stage = stage;
    this.#make = make;
    this.#bring = bring;
  }

  /** The conversation while it is on, or null. */
  get live() {
    return this.#handsFree?.on ? this.#handsFree : null;
  }

  /** Begins it, or asks for the modules before; what the press allows has been done. */
  async start() {
    if (this.#handsFree) return this.#handsFree.start();
    const waiting = (this.#waiting = new AbortController());
    this.#stage.notice(null);
    this.#stage.handsFree(true);
    this.#stage.status('handsFreeConnecting');
    try {
      this.#handsFree ??= this.#make(await abortable(this.#bring(), waiting.signal));
      this.#waiting = null;
      return this.#handsFree.start();
    } catch (error) {
      if (waiting.signal.aborted) return undefined; // who gave up has said so
      this.giveUp();
      const problem = problemOf(error);
      const { key, values, repeatable } = noticeFor(problem);
      this.#stage.notice(key, values, repeatable ? () => this.start() : null);
      this.#stage.problem(problem);
    }
    return undefined;
  }

  /** Waits no more; false when it did not. */
  giveUp() {
    if (!this.#waiting) return false;
    this.#waiting.abort();
    this.#waiting = null;
    this.#stage.handsFree(false);
    this.#stage.status(null);
    return true;
  }
}
