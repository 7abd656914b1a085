import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Endpointing, HEARD } from '../../main/webapp/voice-agent/endpointing.js';

const RATE = 16000;
let seed = 1;
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647 - 0.5;

const noise = (seconds, loudness) => Float32Array.from({ length: RATE * seconds }, () => random() * loudness * Math.sqrt(12));

/** A voice: a tone that swells and fades three times a second, over the noise of the room. */
function speech(seconds, loudness, room = 0.001) {
  return noise(seconds, room).map((sample, i) => {
    const t = i / RATE;
    return sample + loudness * Math.SQRT2 * Math.abs(Math.sin(Math.PI * 3 * t)) * Math.sin(2 * Math.PI * 150 * t);
  });
}

/** What was heard in the end, and after how many seconds. */
function listen(parts, limits) {
  const endpointing = new Endpointing(RATE, limits);
  let samples = 0;
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 320) {
      samples += 320;
      const heard = endpointing.accept(part.subarray(i, i + 320));
      if (heard !== HEARD.NOTHING && heard !== HEARD.SPEECH) return [heard, samples / RATE];
    }
  }
  return [endpointing.spoke ? HEARD.SPEECH : HEARD.NOTHING, samples / RATE];
}

function ends(parts, from, to) {
  const [heard, seconds] = listen(parts);
  assert.equal(heard, HEARD.END);
  assert.ok(seconds > from && seconds < to, `ended after ${seconds} s`);
}

test('the utterance ends about 1.2 seconds after the last word', () => {
  ends([noise(1, 0.001), speech(2, 0.1), noise(4, 0.001)], 4.1, 4.5);
});

test('a pause between words does not end it', () => {
  const [heard] = listen([speech(1, 0.1), noise(0.9, 0.001), speech(1, 0.1)]);
  assert.equal(heard, HEARD.SPEECH);
});

test('a visitor who speaks at once is heard', () => {
  ends([speech(2, 0.1), noise(4, 0.001)], 3.1, 3.5);
});

test('a soft voice in a quiet room is heard', () => {
  ends([noise(1, 0.0005), speech(2, 0.02, 0.0005), noise(4, 0.0005)], 4.0, 4.5);
});

test('a fan does not keep the microphone open', () => {
  ends([noise(1, 0.02), speech(2, 0.2, 0.02), noise(4, 0.02)], 4.0, 4.6);
});

test('silence and steady noise are no speech', () => {
  assert.equal(listen([noise(10, 0.0005)])[0], HEARD.SILENCE);
  assert.equal(listen([noise(10, 0.015)])[0], HEARD.SILENCE);
});

test('a click is no speech', () => {
  assert.equal(listen([noise(1, 0.001), noise(0.04, 0.5), noise(9, 0.001)])[0], HEARD.SILENCE);
});

test('the longest utterance is cut at its limit', () => {
  const [heard, seconds] = listen([speech(6, 0.1)], { longestMs: 5000 });
  assert.equal(heard, HEARD.LIMIT);
  assert.ok(seconds >= 5 && seconds < 5.1);
});

test('the meter goes from 0 to 1', () => {
  const endpointing = new Endpointing(RATE);
  endpointing.accept(new Float32Array(320));
  assert.equal(endpointing.level, 0);
  endpointing.accept(new Float32Array(320).fill(0.9));
  assert.equal(endpointing.level, 1);
});
