import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Introduction } from '../../main/webapp/voice-agent/introduction.js';
import { Problem } from '../../main/webapp/voice-agent/problems.js';
import { wavPieces } from '../../main/webapp/voice-agent/wav-stream.js';
import { encodeWav } from '../../main/webapp/voice-agent/wav.js';
import { Speech } from '../../main/webapp/voice-agent/speech.js';

const RATE = 16000;
const SAMPLES = 800;

globalThis.reportError ??= () => {};

/** A WAV in pieces of a few bytes, as a network may cut it. */
async function* wav(size = 7) {
  const bytes = new Uint8Array(encodeWav(new Float32Array(SAMPLES).fill(0.5), RATE));
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

function stage({ text = 'You are talking to an AI.', aloud = true, speak = async () => wav() } = {}) {
  const seen = { played: [], noted: [], spoken: [], over: 0 };
  const api = {
    speak: (said, signal) => (seen.spoken.push(said), speak(signal)),
    disclosed: async (way) => seen.noted.push(way),
  };
  const playback = { rate: RATE, schedule: (samples) => (seen.played.push(...samples), 0), drained: async () => {} };
  const controller = new AbortController();
  const introduction = new Introduction(api, text, aloud);
  const begin = () => introduction.begin(playback, controller.signal, {
    onaudible: () => (seen.audible = true),
    onover: () => seen.over++,
  });
  return { introduction, begin, seen, controller, playback };
}

test('a WAV that comes in pieces is the same sound', async () => {
  const pieces = [];
  for await (const piece of wavPieces(wav())) pieces.push(piece);
  assert.equal(pieces.reduce((sum, { data }) => sum + data.length, 0), SAMPLES * 2);
  assert.deepEqual([pieces[0].rate, pieces.at(-1).last, pieces.filter(({ last }) => last).length], [RATE, true, 1]);
});

test('a WAV without its header is a problem', async () => {
  const broken = async () => {
    for await (const piece of wavPieces([new Uint8Array(20)])) assert.fail(piece);
  };
  await assert.rejects(broken, { status: 502 });
});

test('it is said once, counts as heard when it was heard to its end, and the answer queues behind it', async () => {
  const { begin, seen, playback, controller } = stage();
  const said = begin();
  const answer = new Speech(playback, controller.signal, { onaudible() {}, onsentence() {}, onfailure() {} });
  answer.after(said);
  answer.piece({ index: 0, last: true, rate: RATE, data: new Uint8Array(SAMPLES * 2) });
  assert.equal(seen.played.length, 0);
  await answer.finished();
  assert.ok(Math.abs(seen.played[0] - 0.5) < 0.01);
  assert.equal(seen.played.at(-1), 0);
  assert.equal(seen.played.length, 2 * SAMPLES);
  await pause(SAMPLES / (RATE / 1000) + 20);
  assert.deepEqual([seen.noted, seen.audible], [['heard'], true]);
  assert.equal(seen.over, 1);
  assert.equal(begin(), null);
  assert.equal(seen.spoken.length, 1);
});

test('who interrupts it hears it before the next answer', async () => {
  const { begin, seen, controller } = stage();
  const said = begin();
  controller.abort();
  await said;
  await pause(SAMPLES / (RATE / 1000) + 20);
  assert.equal(seen.noted.includes('heard'), false);
  assert.equal(seen.played.length, 0);
});

test('when it cannot be spoken the answer comes all the same, and it was shown', async () => {
  const { begin, seen, playback, controller } = stage({ speak: async () => Promise.reject(new Problem({ status: 503 })) });
  const answer = new Speech(playback, controller.signal, { onaudible() {}, onsentence() {}, onfailure() {} });
  answer.after(begin());
  answer.piece({ index: 0, last: true, rate: RATE, data: new Uint8Array(SAMPLES * 2) });
  await answer.finished();
  assert.equal(seen.played.length, SAMPLES);
  assert.deepEqual(seen.noted, ['shown']);
});

test('where it is to be shown only, or the server speaks no texts, nothing is said', () => {
  const shown = stage({ aloud: false });
  assert.equal(shown.begin(), null);
  const closed = stage();
  closed.introduction.possible = false;
  assert.equal(closed.begin(), null);
  assert.deepEqual([shown.seen, closed.seen].map(({ noted, spoken }) => [noted, spoken]), [[['shown'], []], [['shown'], []]]);
});

test('a page that tells it itself has nothing said or noted', () => {
  const { begin, introduction, seen } = stage({ text: ' ' });
  introduction.shown();
  assert.deepEqual([begin(), seen.noted, seen.spoken], [null, [], []]);
});

test('not again after a refresh in the same session, but in another one', () => {
  const { begin, introduction } = stage();
  introduction.restored({ way: 'heard' });
  assert.equal(begin(), null);
  introduction.renewed();
  assert.notEqual(begin(), null);
});
