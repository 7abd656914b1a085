import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeWav } from '../../main/webapp/voice-agent/wav.js';
import { WavStream } from '../../main/webapp/voice-agent/wav-stream.js';

const WAV = encodeWav(Float32Array.from({ length: 500 }, (_, i) => Math.sin(i)), 24000);

test('a WAV is read however the network cuts it, in whole samples', () => {
  for (const size of [1, 3, 43, 44, 45, 4096]) {
    const stream = new WavStream();
    const read = [];
    for (let at = 0; at < WAV.length; at += size) {
      const samples = stream.push(WAV.subarray(at, at + size));
      assert.equal(samples.length % 2, 0);
      read.push(...samples);
    }
    assert.equal(stream.rate, 24000);
    assert.deepEqual(read, [...WAV.subarray(44)], `pieces of ${size}`);
  }
});

test('what is no WAV is a problem and no noise', () => {
  assert.throws(() => new WavStream().push(new Uint8Array(100)), { name: 'Problem', status: 502 });
});
