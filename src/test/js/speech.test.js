import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../../main/webapp/voice-agent/problems.js';
import { Speech } from '../../main/webapp/voice-agent/speech.js';

const RATE = 16000;
const PIECE = 1000; // samples, more than the smallest that is played alone

globalThis.reportError ??= () => {};

/** A loudspeaker that remembers. */
function stage(rate = RATE) {
  const seen = { played: [], sentences: [], heard: [], problems: [], audible: 0 };
  const playback = {
    rate,
    schedule(samples) {
      seen.played.push(...samples);
      return 0;
    },
    drained: async () => {},
  };
  const controller = new AbortController();
  const speech = new Speech(playback, controller.signal, {
    onaudible: () => seen.audible++,
    onsentence: (index) => seen.sentences.push(index),
    onheard: (index) => seen.heard.push(index),
    onfailure: (problem) => seen.problems.push(problem.kind),
  });
  return { seen, speech, controller };
}

/** So many samples of one value, as the server sends them. */
function piece(index, value, { count = PIECE, last = false, rate = RATE } = {}) {
  const samples = new Int16Array(count).fill(value);
  return { index, last, rate, data: Buffer.from(samples.buffer).toString('base64') };
}

const values = (seen) => seen.played.map((sample) => Math.round(sample * 0x8000));
const repeated = (value, times) => Array(times).fill(value);

test('pieces are played in order, and each sentence is told once it sounds', async () => {
  const { seen, speech } = stage();
  speech.piece(piece(0, 100));
  speech.piece(piece(0, 200, { last: true }));
  speech.piece(piece(1, 300, { last: true }));
  await speech.finished();
  await pause(5);
  assert.deepEqual(values(seen), [...repeated(100, PIECE), ...repeated(200, PIECE), ...repeated(300, PIECE)]);
  assert.deepEqual(seen.sentences, [0, 1]);
  assert.equal(seen.audible, 2);
});

test('pieces too small to be played alone are joined, but for the last of a sentence', () => {
  const { seen, speech } = stage();
  speech.piece(piece(0, 100, { count: 10 }));
  assert.equal(seen.played.length, 0);
  speech.piece(piece(0, 100, { count: 10, last: true }));
  assert.equal(seen.played.length, 20);
});

test('a turn told again plays on where it broke off, whatever the pieces are now', () => {
  const { seen, speech } = stage();
  speech.piece(piece(0, 100, { last: true }));
  speech.piece(piece(1, 200, { count: 700 }));
  speech.restart();
  speech.piece(piece(0, 100, { count: 400 }));
  speech.piece(piece(0, 100, { count: 600, last: true }));
  speech.piece(piece(1, 200, { count: 900 }));
  speech.piece(piece(1, 200, { count: 100, last: true }));
  assert.deepEqual(values(seen), [...repeated(100, PIECE), ...repeated(200, PIECE)]);
});

test('another rate is resampled, without a gap between pieces', () => {
  const { seen, speech } = stage(2 * RATE);
  for (let i = 0; i < 9; i++) speech.piece(piece(0, 1000));
  speech.piece(piece(0, 1000, { last: true }));
  assert.ok(Math.abs(seen.played.length - 20 * PIECE) < 100, String(seen.played.length));
  const middle = seen.played.slice(500, -500);
  assert.ok(middle.every((sample) => Math.abs(sample * 0x8000 - 1000) < 20));
});

test('what cannot be read is a failure told once, and the rest is not played', () => {
  const { seen, speech } = stage();
  speech.piece({ index: 0, last: false, rate: RATE, data: '###' });
  speech.piece(piece(1, 100, { last: true }));
  speech.fail(new Problem({ type: '/problems/upstream-failed' }));
  assert.equal(seen.problems.length, 1);
  assert.equal(seen.played.length, 0);
});

test('a sentence counts as heard when it has been played to its end', async () => {
  const { seen, speech, controller } = stage();
  speech.piece(piece(0, 100, { count: 320, last: true }));
  speech.piece(piece(1, 100, { count: 320 }));
  assert.equal(speech.heard, 0);
  await pause(60);
  assert.equal(speech.heard, 1);
  controller.abort();
  assert.deepEqual(seen.sentences, [0]);
});

test('a sentence whose last piece holds no sound counts when the one before has been played', async () => {
  const { seen, speech } = stage();
  speech.piece(piece(0, 100, { count: 640 }));
  speech.piece(piece(0, 100, { count: 0, last: true }));
  assert.equal(speech.heard, 0);
  await pause(80);
  assert.equal(speech.heard, 1);
  assert.deepEqual(seen.heard, [0]);
});

test('an interrupted answer says nothing more and is no failure', () => {
  const { seen, speech, controller } = stage();
  speech.piece(piece(0, 100));
  controller.abort();
  speech.piece(piece(0, 100, { last: true }));
  assert.equal(seen.played.length, PIECE);
  assert.deepEqual(seen.problems, []);
});
