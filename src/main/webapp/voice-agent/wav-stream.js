import { Problem } from './problems.js';

const RIFF_BYTES = 12;
const CHUNK_BYTES = 8;
const RATE_AT = 12; // within the format's chunk, its head included

/** The sound of a WAV as it comes: `{rate, data}`, whole mono samples, signed 16 bit, and at the end an empty one that is `last`. */
export async function* wavPieces(chunks) {
  let rest = new Uint8Array(0);
  let rate = null;
  for await (const chunk of chunks) {
    rest = joined(rest, chunk);
    if (rate === null) {
      const header = readHeader(rest);
      if (!header) continue;
      rate = header.rate;
      rest = rest.slice(header.length);
    }
    const whole = rest.length - (rest.length % 2);
    if (whole > 0) yield { rate, last: false, data: rest.slice(0, whole) };
    rest = rest.slice(whole);
  }
  if (rate === null) throw new Problem({ status: 502 });
  yield { rate, last: true, data: new Uint8Array(0) };
}

/** How long the header is, and the rate it tells; null as long as it is not all there. */
function readHeader(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let rate = null;
  for (let at = RIFF_BYTES; at + CHUNK_BYTES <= bytes.length; ) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    if (name === 'data') return rate === null ? null : { rate, length: at + CHUNK_BYTES };
    if (name === 'fmt ' && at + RATE_AT + 4 <= bytes.length) rate = view.getUint32(at + RATE_AT, true);
    at += CHUNK_BYTES + view.getUint32(at + 4, true);
  }
  return null;
}

function joined(one, other) {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
