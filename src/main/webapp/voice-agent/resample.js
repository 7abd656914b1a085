/**
 * Changes the sample rate of a stream by a windowed-sinc low-pass, so that what the lower rate cannot hold is removed
 * instead of folded back into the speech (taking every third sample would turn a hiss at 15 kHz into a tone).
 * The pieces may have any length; the result is the same as for the whole.
 */
const ZERO_CROSSINGS = 16;
const PASSBAND = 0.92; // of half the lower rate; the rest is the slope of the filter

/** All of `samples` at another rate. */
export function resample(samples, from, to) {
  const resampler = new Resampler(from, to);
  return concatenate([resampler.push(samples), resampler.flush()]);
}

export class Resampler {
  #step; // output sample k stands at the input position k * step / phases
  #phases;
  #cutoff; // as a part of the input's rate; 1 is half of it
  #half; // the filter's half width, in input samples
  #filters = new Map();
  #input; // begins with silence, as long as the filter looks back
  #inputStart;
  #received = 0;
  #produced = 0;

  constructor(from, to) {
    const divisor = greatestCommonDivisor(from, to);
    this.#step = from / divisor;
    this.#phases = to / divisor;
    this.#cutoff = Math.min(1, to / from) * PASSBAND;
    this.#half = Math.ceil(ZERO_CROSSINGS / this.#cutoff);
    this.#input = new Float32Array(this.#half);
    this.#inputStart = -this.#half;
  }

  /** The output samples that are certain once `samples` are known. */
  push(samples) {
    if (this.#step === this.#phases) return samples;
    this.#received += samples.length;
    this.#input = concatenate([this.#input, samples]);
    return this.#produceUntil(this.#received - this.#half);
  }

  /** The last output samples: after them comes silence. */
  flush() {
    if (this.#step === this.#phases) return new Float32Array(0);
    this.#input = concatenate([this.#input, new Float32Array(this.#half + 1)]);
    return this.#produceUntil(this.#received);
  }

  /** All output samples that stand before the input position `end`. */
  #produceUntil(end) {
    const count = Math.max(0, Math.ceil((end * this.#phases) / this.#step) - this.#produced);
    const output = new Float32Array(count);
    for (let i = 0; i < count; i++) output[i] = this.#sample(this.#produced + i);
    this.#produced += count;
    this.#forget();
    return output;
  }

  #sample(k) {
    const phase = (k * this.#step) % this.#phases;
    const first = (k * this.#step - phase) / this.#phases - this.#half + 1 - this.#inputStart;
    const filter = this.#filter(phase);
    let sum = 0;
    for (let j = 0; j < filter.length; j++) sum += this.#input[first + j] * filter[j];
    return sum;
  }

  /** The filter for output samples that stand `phase / phases` behind an input sample: a sinc under a Blackman window. */
  #filter(phase) {
    let filter = this.#filters.get(phase);
    if (filter) return filter;
    filter = Float32Array.from({ length: this.#half * 2 }, (_, j) => {
      const distance = j - this.#half + 1 - phase / this.#phases;
      const angle = Math.PI * this.#cutoff * distance;
      const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
      const turn = (Math.PI * distance) / this.#half;
      return this.#cutoff * sinc * (0.42 + 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn));
    });
    this.#filters.set(phase, filter);
    return filter;
  }

  /** Drops the input that no later output sample looks back to. */
  #forget() {
    const needed = Math.floor((this.#produced * this.#step) / this.#phases) - this.#half + 1;
    const drop = Math.max(0, needed - this.#inputStart);
    this.#input = this.#input.slice(drop);
    this.#inputStart += drop;
  }
}

export function concatenate(pieces) {
  const whole = new Float32Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function greatestCommonDivisor(a, b) {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
