import assert from 'node:assert/strict';
import { test } from 'node:test';
import { estimate, MONTH, USUAL } from '../../main/webapp/admin/estimate.js';

const PRICES = { minute: 0.006, input: 0.15, output: 0.6, characters: 16 };
const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);

test('a conversation costs what its questions hear, answer and speak', () => {
  const cost = estimate({ conversations: 1, questions: 2, seconds: 30, input: 1000, output: 100, characters: 500 }, PRICES);
  near(cost.listening.conversation, 0.006);
  near(cost.answering.conversation, 0.00042);
  near(cost.speaking.conversation, 0.016);
  near(cost.all.conversation, 0.02242);
});

test('a day is all its conversations, and a month is thirty days', () => {
  const cost = estimate({ ...USUAL, conversations: 250 }, PRICES);
  near(cost.all.day, cost.all.conversation * 250);
  near(cost.all.month, cost.all.day * MONTH);
  assert.equal(MONTH, 30);
});

test('it begins with a hundred conversations a day', () => {
  assert.equal(USUAL.conversations, 100);
  near(estimate(USUAL, PRICES).all.day, 100 * 4 * (5 * 0.0001 + (1200 * 0.15 + 80 * 0.6 + 350 * 16) / 1e6));
});

test('an empty field, or one below nothing, counts as nothing', () => {
  const cost = estimate({ ...USUAL, seconds: NaN, input: -5, output: Infinity }, { ...PRICES, characters: undefined });
  assert.deepEqual(cost.all, { conversation: 0, day: 0, month: 0 });
});
