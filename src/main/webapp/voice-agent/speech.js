import { Problem } from './problems.js';
import { Resampler, concatenate } from './resample.js';

const SMALLEST_PIECE_SECONDS = 0.03; // smaller ones are joined, but for the last of a sentence

/**
 * Plays the speech of one answer, sentence by sentence, as its pieces come. When the server tells the turn again, after a
 * broken connection, what has been heard already is not played twice.
 *
 * `playback` has `rate`, `schedule(samples)` and `drained()`.
 */
export class Speech {
  #playback;
  #signal;
  #observer;
  #off = false;
  #taken = new Map(); // samples taken of each sentence
  #told = new Map(); // samples told of each sentence since the turn was last begun
  #resampler = null;
  #ready = [];
  #begun = new Set();
  #complete = new Set();
  #until = 0; // when what is scheduled ends
  #waiting = []; // what is to be done after something else has been said
  #before = null; // settles when that is
  /** How many sentences have been heard to their end. */
  heard = 0;

  /** `observer` has `onaudible()`, `onsentence(index)` when a sentence begins, `onheard(index)` when it has been played to its
   *  end, and `onfailure(problem)`, called once. */
  constructor(playback, signal, observer) {
    this.#playback = playback;
    this.#signal = signal;
    this.#observer = observer;
  }

  /** Says nothing before `said` has settled. */
  after(said) {
    const go = () => {
      this.#before = null;
      for (const act of this.#waiting.splice(0)) act();
    };
    this.#before = said.then(go, go);
  }

  /** The server tells the turn from its beginning. */
  restart() {
    this.#inTurn(() => this.#told.clear());
  }

  /** It is another answer that begins now: what has been taken and heard of the one before counts no more. */
  anew() {
    this.#waiting = [];
    for (const known of [this.#told, this.#taken, this.#begun, this.#complete]) known.clear();
    this.#ready = [];
    this.#resampler = null;
    this.heard = 0;
  }

  /** Will nothing more of it be said? */
  get off() {
    return this.#off;
  }

  /** The next piece: `data` is bytes, or base64, of whole mono samples, signed 16 bit, little endian, at `rate`. */
  piece(piece) {
    this.#inTurn(() => this.#say(piece));
  }

  #say({ index, last, rate, data }) {
    if (this.#off || this.#signal.aborted) return;
    try {
      const fresh = this.#fresh(index, samplesOf(data));
      if (this.#complete.has(index)) return;
      if (last) this.#complete.add(index);
      this.#resampler ??= new Resampler(rate, this.#playback.rate);
      this.#ready.push(this.#resampler.push(fresh));
      if (last) this.#ready.push(this.#resampler.flush());
      const length = this.#ready.reduce((sum, samples) => sum + samples.length, 0);
      if (last || length >= SMALLEST_PIECE_SECONDS * this.#playback.rate) this.#schedule(index);
      if (last) this.#resampler = null;
    } catch (error) {
      reportError(error);
      this.fail(new Problem({ status: 502 }));
    }
  }

  /** The rest of the answer stays text. */
  fail(problem) {
    this.#inTurn(() => {
      if (this.#off || this.#signal.aborted) return;
      this.silence();
      this.#observer.onfailure(problem);
    });
  }

  /** Says nothing more. */
  silence() {
    this.#off = true;
  }

  /** Resolves when all that was said has been heard. */
  async finished() {
    await this.#before;
    return this.#playback.drained();
  }

  #inTurn(act) {
    if (this.#before) this.#waiting.push(act);
    else act();
  }

  /** What of these samples has not been taken yet. */
  #fresh(index, samples) {
    const from = this.#told.get(index) ?? 0;
    const taken = this.#taken.get(index) ?? 0;
    this.#told.set(index, from + samples.length);
    this.#taken.set(index, Math.max(taken, from + samples.length));
    return samples.subarray(Math.min(samples.length, Math.max(0, taken - from)));
  }

  #schedule(index) {
    const samples = concatenate(this.#ready);
    this.#ready = [];
    const delay = samples.length > 0 ? this.#play(samples) : null;
    if (this.#complete.has(index)) this.#at(this.#until - performance.now(), () => this.#heard(index));
    if (delay === null || this.#begun.has(index)) return;
    this.#begun.add(index);
    this.#observer.onaudible();
    this.#at(delay, () => this.#observer.onsentence(index));
  }

  #play(samples) {
    const delay = this.#playback.schedule(samples);
    this.#until = performance.now() + delay + (samples.length / this.#playback.rate) * 1000;
    return delay;
  }

  #heard(index) {
    this.heard = index + 1;
    this.#observer.onheard?.(index);
  }

  #at(delay, happening) {
    setTimeout(() => this.#signal.aborted || happening(), Math.max(0, delay));
  }
}

function samplesOf(data) {
  const bytes = typeof data === 'string' ? Uint8Array.from(atob(data), (character) => character.charCodeAt(0)) : data;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return Float32Array.from({ length: bytes.length >> 1 }, (_, i) => view.getInt16(i * 2, true) / 0x8000);
}
