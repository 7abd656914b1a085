import { Problem } from './problems.js';

const HEADER_BYTES = 44;
const RATE_AT = 24;
const SAMPLE_BYTES = 2;

/** Reads a WAV of the server's while it comes: mono, 16 bit, its header as short as can be, its length not known before. */
export class WavStream {
  #header = [];
  #odd = []; // half a sample
  /** Samples per second, once the header is there. */
  rate = null;

  /** The whole samples in the next bytes. */
  push(bytes) {
    let all = Uint8Array.from([...this.#odd, ...bytes]);
    this.#odd = [];
    if (this.rate === null) {
      all = this.#begun(all);
      if (all === null) return new Uint8Array(0);
    }
    const whole = all.length - (all.length % SAMPLE_BYTES);
    this.#odd = [...all.subarray(whole)];
    return all.subarray(0, whole);
  }

  /** What comes after the header; null while that is not whole. */
  #begun(bytes) {
    this.#header.push(...bytes);
    if (this.#header.length < HEADER_BYTES) return null;
    const header = Uint8Array.from(this.#header);
    if (String.fromCharCode(...header.subarray(0, 4)) !== 'RIFF') throw new Problem({ status: 502 });
    this.rate = new DataView(header.buffer).getUint32(RATE_AT, true);
    return header.slice(HEADER_BYTES);
  }
}
