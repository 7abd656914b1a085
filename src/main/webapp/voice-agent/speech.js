import { Problem } from './problems.js';
import { Resampler, concatenate } from './resample.js';
import { WavStream } from './wav.js';

const AHEAD = 2;
const SMALLEST_PIECE_SECONDS = 0.03; // smaller ones are joined, but for the last of a sentence

/**
 * Says the sentences of one answer: each is requested as soon as it is known, at most two at a time, and played in order
 * from its first bytes on. After the first failure the rest of the answer stays text.
 *
 * `speak(text, signal)` resolves to the pieces of a WAV; `playback` has `rate`, `audible()`, `schedule(samples)`, `drained()`.
 */
export class Speech {
  #speak;
  #playback;
  #signal;
  #observer;
  #free = AHEAD;
  #waiting = [];
  #order = Promise.resolve();
  #off = false;
  #ahead = new AbortController(); // ends the requests made ahead
  #audible = null;

  /** `observer` has `onaudible()`, `onsentence(index)` when a sentence begins, and `onfailure(problem)`, called once. */
  constructor(speak, playback, signal, observer) {
    this.#speak = speak;
    this.#playback = playback;
    this.#signal = AbortSignal.any([signal, this.#ahead.signal]);
    this.#observer = observer;
  }

  say(index, text) {
    const pieces = this.#request(text);
    pieces.catch(() => {}); // told when its turn comes
    this.#order = this.#order.then(() => this.#play(index, pieces));
  }

  /** Says nothing more. */
  silence() {
    this.#off = true;
    this.#ahead.abort();
  }

  /** Resolves when all that was said has been heard. */
  async finished() {
    await this.#order;
    await this.#playback.drained();
  }

  async #request(text) {
    if (this.#free > 0) this.#free--;
    else await new Promise((resolve) => this.#waiting.push(resolve));
    if (this.#off || this.#signal.aborted) return [];
    this.#audible ??= this.#playback.audible();
    if (!(await this.#audible)) this.#off = true; // not allowed to be heard: nothing to tell, nothing to request
    return this.#off ? [] : this.#speak(text, this.#signal);
  }

  async #play(index, requested) {
    try {
      const pieces = await requested;
      if (this.#off) return;
      await this.#playPieces(index, pieces);
    } catch (error) {
      this.#fail(error); // before the next request is let through
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }

  async #playPieces(index, pieces) {
    const wav = new WavStream();
    let resampler = null;
    let ready = [];
    for await (const bytes of pieces) {
      this.#signal.throwIfAborted();
      const samples = wav.push(bytes);
      if (!wav.rate) continue;
      resampler ??= new Resampler(wav.rate, this.#playback.rate);
      ready.push(resampler.push(samples));
      const length = ready.reduce((sum, piece) => sum + piece.length, 0);
      if (length < SMALLEST_PIECE_SECONDS * this.#playback.rate) continue;
      index = this.#schedule(index, ready);
      ready = [];
    }
    this.#signal.throwIfAborted();
    if (resampler) this.#schedule(index, [...ready, resampler.flush()]);
    else throw new Problem({ status: 502 });
  }

  /** Schedules samples; tells the observer when sentence `index` begins, and answers null as it has been told then. */
  #schedule(index, pieces) {
    const samples = concatenate(pieces);
    if (samples.length === 0) return index;
    const delay = this.#playback.schedule(samples);
    if (index !== null) {
      this.#observer.onaudible();
      setTimeout(() => this.#signal.aborted || this.#observer.onsentence(index), delay);
    }
    return null;
  }

  #fail(error) {
    if (this.#off || this.#signal.aborted) return;
    this.silence();
    this.#observer.onfailure(error instanceof Problem ? error : new Problem({ status: 502 }));
  }
}
