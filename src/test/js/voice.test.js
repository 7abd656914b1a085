import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Voice } from '../../main/webapp/voice-agent/voice.js';

const RATE = 16000;

/** A voice that says something before the answer, for as long as the test wants. */
function stage() {
  const seen = { audible: 0, quiet: 0 };
  const playback = { rate: RATE, schedule: () => 0, drained: async () => {} };
  const introduction = { begin: (_, signal, observer) => new Promise((said) => Object.assign(seen, observer, { said })) };
  const voice = new Voice(playback, { refusal: () => null }, introduction);
  const controller = new AbortController();
  const speech = voice.speak(controller.signal, { onaudible: () => seen.audible++, onquiet: () => seen.quiet++, onsentence() {} });
  return { seen, controller, answer: () => speech.piece({ index: 0, last: true, rate: RATE, data: new Uint8Array(200) }) };
}

test('between what is said before the answer and the answer nothing sounds', async () => {
  const { seen, answer } = stage();
  seen.onaudible();
  await seen.said();
  seen.onover();
  assert.deepEqual([seen.audible, seen.quiet], [1, 1]);
  answer();
  assert.deepEqual([seen.audible, seen.quiet], [2, 1]);
});

test('an answer that waits behind it follows without a pause', async () => {
  const { seen, answer } = stage();
  seen.onaudible();
  answer();
  await seen.said();
  seen.onover();
  assert.deepEqual([seen.audible, seen.quiet], [2, 0]);
});

test('of a turn that is over nothing is told', async () => {
  const { seen, controller } = stage();
  seen.onaudible();
  controller.abort();
  seen.onover();
  assert.equal(seen.quiet, 0);
});
