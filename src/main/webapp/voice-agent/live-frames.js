import { concatenate, Resampler } from './resample.js';

/** The binary messages of a live conversation: what the microphone hears goes up, the agent's speech comes down. */
export const LIVE_RATE = 16000;

const FRAME = LIVE_RATE / 50; // 20 ms
const HEADER_BYTES = 32;
const LAST = 1;

/** Cuts a stream of samples into frames of 20 ms: mono, signed 16 bit, little endian, at LIVE_RATE. */
export class Frames {
  #resampler;
  #rest = new Float32Array(0);

  /** `rate` is the microphone's. */
  constructor(rate) {
    this.#resampler = new Resampler(rate, LIVE_RATE);
  }

  /** The frames that `samples` complete, each an ArrayBuffer. */
  push(samples) {
    const all = concatenate([this.#rest, this.#resampler.push(samples)]);
    const frames = [];
    let at = 0;
    for (; at + FRAME <= all.length; at += FRAME) frames.push(encoded(all.subarray(at, at + FRAME)));
    this.#rest = all.slice(at);
    return frames;
  }
}

function encoded(samples) {
  const view = new DataView(new ArrayBuffer(samples.length * 2));
  samples.forEach((sample, i) => {
    const s = Math.max(-1, Math.min(1, sample));
    view.setInt16(i * 2, Math.round(s < 0 ? s * 0x8000 : s * 0x7fff), true);
  });
  return view.buffer;
}

/** A piece of speech as an event like those that are text; `data` are samples, mono, signed 16 bit, little endian. */
export function readSpeech(buffer) {
  const view = new DataView(buffer);
  return {
    type: 'audio',
    turnId: uuid(new Uint8Array(buffer, 0, 16)),
    index: view.getInt32(16),
    part: view.getInt32(20),
    rate: view.getInt32(24),
    last: (view.getInt32(28) & LAST) !== 0,
    data: new Uint8Array(buffer, HEADER_BYTES),
  };
}

function uuid(bytes) {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}
