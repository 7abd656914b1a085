import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concatenate, resample, Resampler } from '../../main/webapp/voice-agent/resample.js';

const tone = (hertz, rate, seconds) =>
  Float32Array.from({ length: Math.round(rate * seconds) }, (_, i) => Math.sin((2 * Math.PI * hertz * i) / rate));

/** Loudness without the ends, where the filter looks into the silence around. */
function loudness(samples) {
  const middle = samples.slice(200, -200);
  return Math.sqrt(middle.reduce((sum, sample) => sum + sample * sample, 0) / middle.length);
}

for (const [from, to] of [[48000, 16000], [44100, 16000], [24000, 48000], [22050, 44100], [16000, 44100]]) {
  test(`${from} to ${to} keeps the length and the tone`, () => {
    const result = resample(tone(440, from, 0.5), from, to);
    assert.equal(result.length, Math.ceil(to / 2));
    const expected = tone(440, to, 0.5);
    for (let i = 200; i < result.length - 200; i++) assert.ok(Math.abs(result[i] - expected[i]) < 0.005, `sample ${i}`);
  });
}

test('what the lower rate cannot hold is gone, not folded back', () => {
  for (const hertz of [9500, 12000, 15000, 20000]) assert.ok(loudness(resample(tone(hertz, 48000, 0.5), 48000, 16000)) < 0.002);
});

test('speech passes unharmed', () => {
  for (const hertz of [100, 1000, 3000, 6000]) {
    assert.ok(Math.abs(loudness(resample(tone(hertz, 48000, 0.5), 48000, 16000)) - Math.SQRT1_2) < 0.02);
  }
});

test('the pieces make no difference', () => {
  const samples = tone(700, 44100, 0.1);
  const whole = resample(samples, 44100, 16000);
  for (const length of [1, 7, 128, 1024]) {
    const resampler = new Resampler(44100, 16000);
    const pieces = [];
    for (let i = 0; i < samples.length; i += length) pieces.push(resampler.push(samples.subarray(i, i + length)));
    assert.deepEqual(concatenate([...pieces, resampler.flush()]), whole);
  }
});

test('the same rate changes nothing', () => {
  const samples = tone(440, 16000, 0.1);
  assert.deepEqual(resample(samples, 16000, 16000), samples);
});

test('nothing gives nothing', () => {
  assert.equal(resample(new Float32Array(0), 48000, 16000).length, 0);
});
