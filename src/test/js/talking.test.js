import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULTS } from '../../main/webapp/voice-agent/readiness.js';
import { Talking } from '../../main/webapp/voice-agent/talking.js';
import { settled } from './fake-socket.js';

/** Somebody who talks turn by turn, and answers that never end by themselves. */
function stage() {
  const seen = { states: [], over: 0, turns: 0, interrupts: 0 };
  const forever = () => new Promise(() => {});
  const speech = { off: false, piece() {}, finished: forever, restart() {} };
  const voice = {
    mute: null,
    deaf: 'voiceUnavailable',
    heard: null,
    unlock() {},
    stop() {},
    begin: async () => null,
    again: async (signal, observer) => (observer.onaudible(), speech),
  };
  const api = {
    async *speak() {
      await forever();
    },
    async *turn() {
      seen.turns++;
      yield { type: 'transcript', text: 'When?' };
      await forever();
    },
    interrupt: () => seen.interrupts++,
  };
  const line = { count: 0, finish() {}, speaking() {} };
  const shown = { state: (state) => seen.states.push(state), status() {}, notice() {}, problem() {}, question: () => line };
  const listening = { none: () => false, wanted: () => false };
  const talking = new Talking(api, voice, { values: {}, config: DEFAULTS, poll() {} }, { stage: shown, listening });
  return { talking, seen, say: () => talking.say('All.', () => seen.over++) };
}

test('what is said again ends when something is asked, and is no turn to be interrupted', async () => {
  const { talking, seen, say } = stage();
  say();
  await settled();
  assert.deepEqual(seen.states, ['thinking', 'speaking']);
  talking.ask('When?');
  await settled();
  assert.deepEqual([seen.over, seen.turns, seen.interrupts, seen.states.at(-1)], [1, 1, 0, 'thinking']);
});

test('it ends at Escape and at the microphone', async () => {
  const { talking, seen, say } = stage();
  say();
  await settled();
  assert.equal(talking.interrupt(), true);
  assert.deepEqual([seen.over, seen.states.at(-1)], [1, 'idle']);
  assert.equal(talking.interrupt(), false);
  say();
  await settled();
  talking.press();
  assert.equal(seen.over, 2);
});

test('it ends the answer under way', async () => {
  const { talking, seen, say } = stage();
  talking.ask('When?');
  await settled();
  say();
  await settled();
  assert.deepEqual([seen.interrupts, seen.over, seen.states.at(-1)], [1, 0, 'speaking']);
});
