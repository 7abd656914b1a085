import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Speech } from '../../main/webapp/voice-agent/speech.js';
import { encodeWav } from '../../main/webapp/voice-agent/wav.js';

const RATE = 16000;

/** A loudspeaker that remembers, and a server that speaks each text as as many samples as it has letters, times 100. */
function stage({ refuse = () => false, audible = true, encode = encodeWav } = {}) {
  const seen = { asked: [], open: 0, mostOpen: 0, played: [], sentences: [], failures: 0, audible: 0 };
  const playback = {
    rate: RATE,
    audible: async () => audible,
    schedule: (samples) => void seen.played.push(samples.length),
    drained: async () => {},
  };
  async function* pieces(text) {
    try {
      const bytes = encode(new Float32Array(text.length * 100).fill(0.5), RATE);
      for (let i = 0; i < bytes.length; i += 999) {
        await pause(1);
        yield bytes.subarray(i, i + 999);
      }
    } finally {
      seen.open--;
    }
  }
  const speak = async (text) => {
    seen.asked.push(text);
    seen.mostOpen = Math.max(seen.mostOpen, ++seen.open);
    await pause(1);
    if (refuse(text)) throw new Error('no voice');
    return pieces(text);
  };
  const controller = new AbortController();
  const speech = new Speech(speak, playback, controller.signal, {
    onaudible: () => seen.audible++,
    onsentence: (index) => seen.sentences.push(index),
    onfailure: () => seen.failures++,
  });
  return { seen, speech, controller };
}

const TEXTS = ['one more', 'two', 'three is longer', 'four', 'five'];
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

test('sentences are requested ahead, at most two at a time, and played in order', async () => {
  const { seen, speech } = stage();
  TEXTS.forEach((text, index) => speech.say(index, text));
  await speech.finished();
  await pause(5);
  assert.deepEqual(seen.asked, TEXTS);
  assert.equal(seen.mostOpen, 2);
  assert.deepEqual(seen.sentences, [0, 1, 2, 3, 4]);
  assert.equal(sum(seen.played), sum(TEXTS.map((text) => text.length * 100)));
});

test('after a failure the rest is not requested, and it is told once', async () => {
  const { seen, speech } = stage({ refuse: (text) => text !== 'one more' });
  TEXTS.forEach((text, index) => speech.say(index, text));
  await speech.finished();
  assert.equal(seen.failures, 1);
  assert.equal(sum(seen.played), 800);
  assert.ok(seen.asked.length <= 3, seen.asked.join());
});

test('a sentence without a sound is no failure', async () => {
  const { seen, speech } = stage();
  speech.say(0, '');
  await speech.finished();
  assert.equal(seen.failures, 0);
  assert.equal(seen.audible, 0);
});

test('an answer that is no WAV is a failure', async () => {
  const { seen, speech } = stage({ encode: () => new TextEncoder().encode('<html>not a sound</html>') });
  speech.say(0, 'one');
  await speech.finished();
  assert.equal(seen.failures, 1);
});

test('an interrupted answer says nothing more and is no failure', async () => {
  const { seen, speech, controller } = stage();
  TEXTS.forEach((text, index) => speech.say(index, text));
  await pause(4);
  controller.abort();
  const played = seen.played.length;
  await speech.finished();
  assert.ok(seen.played.length <= played + 1);
  assert.equal(seen.failures, 0);
});

test('a page that may not be heard requests nothing', async () => {
  const { seen, speech } = stage({ audible: false });
  TEXTS.forEach((text, index) => speech.say(index, text));
  await speech.finished();
  assert.deepEqual(seen.asked, []);
  assert.equal(seen.failures, 0);
});
