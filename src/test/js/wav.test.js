import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeWav, WavStream } from '../../main/webapp/voice-agent/wav.js';

const SAMPLES = Float32Array.of(0, 0.5, -0.5, 1, -1, 0.25, -0.125);

function header(edit = () => {}) {
  const bytes = encodeWav(new Float32Array(0), 24000);
  edit(new DataView(bytes.buffer));
  return bytes;
}

function near(actual, expected) {
  assert.equal(actual.length, expected.length);
  expected.forEach((sample, i) => assert.ok(Math.abs(actual[i] - sample) < 1e-4, `sample ${i}: ${actual[i]}`));
}

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

test('a stream cut at any byte gives the same samples', () => {
  const bytes = encodeWav(SAMPLES, 24000);
  for (let length = 1; length <= bytes.length; length++) {
    const stream = new WavStream();
    const samples = [];
    for (let i = 0; i < bytes.length; i += length) samples.push(...stream.push(bytes.subarray(i, i + length)));
    assert.equal(stream.rate, 24000);
    near(samples, SAMPLES);
  }
});

for (const length of [0, 0xffffffff, 0x7fffffff, 4]) {
  test(`the data length ${length} in the header of a stream is not believed`, () => {
    const bytes = encodeWav(SAMPLES, 48000);
    new DataView(bytes.buffer).setUint32(40, length, true);
    near(new WavStream().push(bytes), SAMPLES);
  });
}

test('chunks before the sound are skipped', () => {
  const plain = encodeWav(SAMPLES, 16000);
  const list = Uint8Array.of(0x4c, 0x49, 0x53, 0x54, 3, 0, 0, 0, 1, 2, 3, 0); // an odd length is padded
  near(new WavStream().push(Uint8Array.of(...plain.subarray(0, 12), ...list, ...plain.subarray(12))), SAMPLES);
});

test('the rate is unknown until the header is complete', () => {
  const stream = new WavStream();
  assert.equal(stream.push(header().subarray(0, 43)).length, 0);
  assert.equal(stream.rate, undefined);
});

test('what cannot be played is refused', () => {
  assert.throws(() => new WavStream().push(new TextEncoder().encode('{"type":"/problems/x"}')), TypeError);
  assert.throws(() => new WavStream().push(header((view) => view.setUint16(22, 2, true))), TypeError);
  assert.throws(() => new WavStream().push(header((view) => view.setUint16(34, 8, true))), TypeError);
  assert.throws(() => new WavStream().push(header((view) => view.setUint16(20, 3, true))), TypeError);
  assert.throws(() => new WavStream().push(header((view) => view.setUint32(24, 0, true))), TypeError);
});
