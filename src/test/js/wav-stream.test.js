import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeWav } from '../../main/webapp/voice-agent/wav.js';
import { wavPieces } from '../../main/webapp/voice-agent/wav-stream.js';

const WAV = encodeWav(Float32Array.from({ length: 500 }, (_, i) => Math.sin(i)), 24000);

async function* cut(bytes, size) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(pieces) {
  const read = [];
  for await (const piece of pieces) read.push(piece);
  return read;
}

test('a WAV is read however the network cuts it, in whole samples', async () => {
  for (const size of [1, 3, 43, 44, 45, 4096]) {
    const pieces = await all(wavPieces(cut(WAV, size)));
    assert.ok(pieces.every(({ rate, data }) => rate === 24000 && data.length % 2 === 0));
    assert.deepEqual(pieces.flatMap(({ data }) => [...data]), [...WAV.subarray(44)], `pieces of ${size}`);
    assert.equal(pieces.at(-1).last, true);
  }
});

test('what is no WAV is a problem and no noise', async () => {
  await assert.rejects(all(wavPieces(cut(new Uint8Array(100), 7))), { name: 'Problem', status: 502 });
});
