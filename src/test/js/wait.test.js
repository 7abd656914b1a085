import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secondsOfDayLeft, wait } from '../../main/webapp/voice-agent/wait.js';

test('a wait is told in a unit one can remember, rounded up', () => {
  assert.deepEqual(wait(0), ['second', {}]);
  assert.deepEqual(wait(2), ['seconds', { count: 2 }]);
  assert.deepEqual(wait(61), ['minutes', { count: 2 }]);
  assert.deepEqual(wait(7200), ['minutes', { count: 120 }]);
  assert.deepEqual(wait(7201), ['hours', { count: 3 }]);
});

test('the day ends at midnight, UTC', () => {
  assert.equal(secondsOfDayLeft(Date.UTC(2026, 0, 1, 23, 59, 30)), 30);
  assert.equal(secondsOfDayLeft(Date.UTC(2026, 0, 1)), 86400);
});
