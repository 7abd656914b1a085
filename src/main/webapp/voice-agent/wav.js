/**
 * WAV in both directions: an utterance becomes a file, a streamed answer becomes samples.
 * Samples are Float32Array, mono, -1 to 1; the files are PCM of 16 bits.
 */
const PCM = 1;
const EXTENSIBLE = 0xfffe;
const HEADER_LIMIT = 64 * 1024;

/** The utterance as a WAV file. */
export function encodeWav(samples, rate) {
  const bytes = samples.length * 2;
  const view = new DataView(new ArrayBuffer(44 + bytes));
  const ascii = (at, text) => [...text].forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)));
  ascii(0, 'RIFF');
  view.setUint32(4, 36 + bytes, true);
  ascii(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  ascii(36, 'data');
  view.setUint32(40, bytes, true);
  samples.forEach((sample, i) => {
    const s = Math.max(-1, Math.min(1, sample));
    view.setInt16(44 + i * 2, Math.round(s < 0 ? s * 0x8000 : s * 0x7fff), true);
  });
  return new Uint8Array(view.buffer);
}

/**
 * Reads a WAV that is still being written: the lengths in its header were guessed before the end was known, so all
 * that follows the header is sound. The bytes may be cut anywhere, inside the header or a sample too.
 */
export class WavStream {
  #rest = new Uint8Array(0);
  #format = null;
  #inData = false;

  /** Samples per second, or undefined until the header has been read. */
  get rate() {
    return this.#inData ? this.#format.rate : undefined;
  }

  /** The samples that `bytes` complete; throws TypeError when this is no mono WAV of 16 bits. */
  push(bytes) {
    this.#rest = join(this.#rest, bytes);
    if (!this.#inData) this.#readHeader();
    if (!this.#inData) return new Float32Array(0);
    const count = this.#rest.length >> 1;
    const view = new DataView(this.#rest.buffer, this.#rest.byteOffset, count * 2);
    const samples = Float32Array.from({ length: count }, (_, i) => view.getInt16(i * 2, true) / 0x8000);
    this.#rest = this.#rest.slice(count * 2);
    return samples;
  }

  #readHeader() {
    const bytes = this.#rest;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const name = (at) => String.fromCharCode(...bytes.subarray(at, at + 4));
    if (bytes.length < 12) return;
    if (name(0) !== 'RIFF' || name(8) !== 'WAVE') throw new TypeError('not a WAV stream');
    let at = 12;
    while (at + 8 <= bytes.length) {
      const length = view.getUint32(at + 4, true);
      if (name(at) === 'data') return this.#startData(at + 8);
      if (at + 8 + length > HEADER_LIMIT) throw new TypeError('no sound in the WAV stream');
      if (at + 8 + length > bytes.length) return;
      if (name(at) === 'fmt ') this.#format = readFormat(view, at + 8, length);
      at += 8 + length + (length % 2);
    }
  }

  #startData(at) {
    if (!this.#format) throw new TypeError('the WAV stream does not tell its format');
    this.#rest = this.#rest.slice(at);
    this.#inData = true;
  }
}

function readFormat(view, at, length) {
  if (length < 16) throw new TypeError('the WAV format is cut short');
  const coding = view.getUint16(at, true);
  const channels = view.getUint16(at + 2, true);
  const rate = view.getUint32(at + 4, true);
  const bits = view.getUint16(at + 14, true);
  const known = (coding === PCM || coding === EXTENSIBLE) && channels === 1 && bits === 16;
  if (!known || rate < 3000 || rate > 384000) throw new TypeError('only mono WAV of 16 bits can be played');
  return { rate };
}

function join(first, second) {
  if (first.length === 0) return new Uint8Array(second);
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
