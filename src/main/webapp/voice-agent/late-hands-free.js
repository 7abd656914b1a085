import { abortable } from './abortable.js';
import { listeningParts } from './listening-parts.js';
import { noticeFor } from './problems.js';

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
    try {
      this.#handsFree ??= this.#make(await this.#brought());
      this.#handsFree.start();
    } catch (problem) {
      if (!this.#waiting) return; // given up
      this.giveUp();
      const { key, values } = noticeFor(problem);
      this.#stage.notice(key, values, () => this.start());
      this.#stage.problem(problem);
    } finally {
      this.#waiting = null;
    }
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

  #brought() {
    this.#waiting = new AbortController();
    this.#stage.notice(null);
    this.#stage.handsFree(true);
    this.#stage.status('microphone');
    return abortable(this.#bring(), this.#waiting.signal);
  }
}
