import assert from 'node:assert/strict';
import { test } from 'node:test';
import { costs } from '../../main/webapp/admin/conversation.js';
import { noGaps, noQuestions } from '../../main/webapp/admin/nothing.js';

test('what a conversation cost is added by currency', () => {
  const dollar = { currency: 'USD', cost: 0.25 };
  assert.equal(costs([dollar, dollar]), '$0.50');
  assert.equal(costs([dollar, { currency: 'EUR', cost: 2 }, dollar]), '$0.50, €2.00');
  assert.equal(costs([{ currency: 'C1', cost: 2 }]), '2.00 C1');
});

test('a list is empty since nothing was asked, all was answered, or no words are kept', () => {
  assert.match(noQuestions({ turns: 0, unanswered: 0 }), /^No questions/);
  assert.match(noQuestions({ turns: 3, unanswered: 0 }), /not kept/);
  assert.match(noGaps({ turns: 0, unanswered: 0, down: 0 }), /^No questions/);
  assert.match(noGaps({ turns: 3, unanswered: 0, down: 0 }), /^Every answer/);
  assert.match(noGaps({ turns: 3, unanswered: 1, down: 0 }), /not kept/);
  assert.match(noGaps({ turns: 3, unanswered: 0, down: 1 }), /not kept/);
});
