import assert from 'node:assert/strict';
import { test } from 'node:test';
import { next, STATES } from '../../main/webapp/voice-agent/state.js';

test('there are exactly four states', () => {
  assert.deepEqual(STATES, ['idle', 'listening', 'thinking', 'speaking']);
});

test('a spoken turn goes round once', () => {
  const seen = ['press', 'utterance', 'audible', 'done'].reduce((states, event) => [...states, next(states.at(-1), event)], ['idle']);
  assert.deepEqual(seen, ['idle', 'listening', 'thinking', 'speaking', 'idle']);
});

test('after what is said before the answer it thinks on', () => {
  assert.equal(next('speaking', 'quiet'), 'thinking');
  for (const state of ['idle', 'listening', 'thinking']) assert.equal(next(state, 'quiet'), state);
});

test('pressing the microphone while the agent thinks or speaks listens', () => {
  assert.equal(next('thinking', 'press'), 'listening');
  assert.equal(next('speaking', 'press'), 'listening');
});

test('a typed question is taken in every state', () => {
  for (const state of STATES) assert.equal(next(state, 'ask'), 'thinking');
});

test('interrupting and failing lead to idle from every state', () => {
  for (const state of STATES) {
    assert.equal(next(state, 'interrupt'), 'idle');
    assert.equal(next(state, 'fail'), 'idle');
  }
});

test('what cannot matter changes nothing', () => {
  assert.equal(next('idle', 'audible'), 'idle');
  assert.equal(next('listening', 'audible'), 'listening');
  assert.equal(next('speaking', 'utterance'), 'speaking');
});

test('an unknown state is an error', () => {
  assert.throws(() => next('dreaming', 'press'), RangeError);
});
