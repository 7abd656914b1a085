import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PageMemory } from '../../main/webapp/voice-agent/page-memory.js';

const AT = '2026-01-05T09:30:00.000Z';
const limits = { historyMessages: 40, questionCharacters: 2000 };

function memory(own = {}) {
  const kept = new PageMemory(() => new Date(AT));
  kept.limits = { ...limits, ...own };
  return kept;
}

/** A line of the log with these sentences. */
function line(...sentences) {
  return { count: sentences.length, told: (count) => sentences.slice(0, count).join(' ') };
}

function asked(kept, question, shown) {
  return kept.watch(shown, { turnId: question, question });
}

const user = (content) => ({ role: 'user', content });
const agent = (content) => ({ role: 'assistant', content });

test('what was answered goes with the next question', () => {
  const kept = memory();
  asked(kept, 'When?', line('At ten.')).onend({ outcome: 'done', response: 'At ten.', sources: [{ title: 'Hours' }] });
  assert.deepEqual(kept.history, [user('When?'), agent('At ten.')]);
  const turn = { turnId: 'When?', question: 'When?', response: 'At ten.', sources: [{ title: 'Hours' }], at: AT, outcome: 'done' };
  assert.deepEqual(kept.export, { exportedAt: AT, memory: 'page', turns: [turn] });
});

test('of an answer that was interrupted it holds what was heard, also after all of its text had come', () => {
  const kept = memory();
  const whole = asked(kept, 'One?', line('First.', 'Second.', 'Third.'));
  whole.onend({ outcome: 'done', response: 'First. Second. Third.', sources: [] });
  whole.onend({ outcome: 'interrupted', heard: 1 });
  asked(kept, 'Two?', line('Fourth.', 'Fifth.')).onend({ outcome: 'interrupted', heard: 1 });
  asked(kept, 'Three?', line('Sixth.')).onend({ outcome: 'interrupted', heard: 0 });
  assert.deepEqual(kept.history, [user('One?'), agent('First.'), user('Two?'), agent('Fourth.')]);
  assert.deepEqual(kept.turns.map(({ outcome, response }) => [outcome, response]), [
    ['interrupted', 'First.'],
    ['interrupted', 'Fourth.'],
    ['interrupted', ''],
  ]);
});

test('an interruption after the last sentence changes nothing', () => {
  const kept = memory();
  const whole = asked(kept, 'One?', line('First.'));
  whole.onend({ outcome: 'done', response: 'First. And what is never spoken.' });
  whole.onend({ outcome: 'interrupted', heard: 1 });
  assert.equal(kept.turns[0].response, 'First. And what is never spoken.');
});

test('what failed or begins anew is not held', () => {
  const kept = memory();
  const failed = asked(kept, 'One?', line('First.'));
  failed.onend({ outcome: 'interrupted', heard: 1 });
  failed.onend({ outcome: 'restarted' });
  asked(kept, 'Two?', line()).onend({ outcome: 'failed' });
  assert.deepEqual(kept.turns, []);
});

test('no more goes with a question than the server takes, whole turns, the latest ones', () => {
  const kept = memory({ historyMessages: 5, questionCharacters: 4 });
  for (const name of ['one', 'two', 'three']) {
    asked(kept, name, line()).onend({ outcome: 'done', response: `🙂${name}` });
  }
  assert.deepEqual(kept.history, [user('two'), agent('🙂two'), user('thre'), agent('🙂thr')]);
  kept.limits = { ...limits, historyMessages: 1 };
  assert.deepEqual(kept.history, []);
});

test('it keeps the session as a tab would, and forgets what was said', () => {
  const kept = memory();
  assert.equal(kept.recall('id'), null);
  kept.keep('id', 'one');
  asked(kept, 'When?', line()).onend({ outcome: 'done', response: 'At ten.' });
  kept.clear();
  assert.deepEqual([kept.recall('id'), kept.turns], ['one', []]);
});
