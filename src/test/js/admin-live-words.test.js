import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figures, unreachable } from '../../main/webapp/admin/live-words.js';

test('what has ended and what runs are told, each where there is any', () => {
  const quiet = { turns: 0, sessions: 0, failed: 0, running: 0 };
  assert.equal(figures(quiet), 'No question in the last minute');
  assert.equal(figures({ ...quiet, running: 1 }), 'No question in the last minute; 1 is being answered');
  assert.equal(figures({ turns: 3, sessions: 1, failed: 0, running: 0 }), '3 questions of 1 visitor in the last minute');
  assert.equal(
    figures({ turns: 1200, sessions: 800, failed: 1, running: 64 }),
    '1,200 questions of 800 visitors in the last minute, 1 error; 64 are being answered',
  );
});

test('what runs is known without the log', () => {
  assert.equal(unreachable({ running: 0 }), 'The log cannot be reached.');
  assert.equal(unreachable({ running: 2 }), 'The log cannot be reached; 2 are being answered.');
});
