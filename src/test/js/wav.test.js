import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeWav } from '../../main/webapp/voice-agent/wav.js';

const SAMPLES = Float32Array.of(0, 0.5, -0.5, 1, -1, 0.25, -0.125);

test('an utterance is a mono file of 16 bits with true lengths', () => {
  const bytes = encodeWav(SAMPLES, 16000);
  const view = new DataView(bytes.buffer);
  assert.equal(new TextDecoder().decode(bytes.subarray(0, 4)), 'RIFF');
  assert.equal(view.getUint32(4, true), bytes.length - 8);
  assert.deepEqual([20, 22, 32, 34].map((at) => view.getUint16(at, true)), [1, 1, 2, 16]);
  assert.deepEqual([24, 28, 40].map((at) => view.getUint32(at, true)), [16000, 32000, SAMPLES.length * 2]);
});

test('samples that are too loud are clipped, not wrapped', () => {
  const view = new DataView(encodeWav(Float32Array.of(1.5, -1.5), 16000).buffer);
  assert.deepEqual([view.getInt16(44, true), view.getInt16(46, true)], [32767, -32768]);
});
