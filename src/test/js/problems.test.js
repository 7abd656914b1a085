import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokeOff, mayOfferLess, noticeFor, Problem, retryAfterSeconds, retryDelay } from '../../main/webapp/voice-agent/problems.js';
import { en as main } from '../../main/webapp/voice-agent/texts-en.js';
import { listeningEn } from '../../main/webapp/voice-agent/texts-listening-en.js';

const en = { ...main, ...listeningEn };

const problem = (status, type, options) => new Problem({ status, type: type && `/problems/${type}` }, options);

test('every problem has a sentence', () => {
  const types = [
    'agent-disabled', 'session-not-found', 'no-speech', 'duration-exceeded', 'unreachable', 'cut', 'timeout',
    'microphone-denied', 'microphone-missing', 'microphone-busy', 'microphone-insecure', 'microphone-failed', 'never-heard-of',
    'budget-spent', 'session-budget-spent', 'voice-budget-spent', 'session-out-of-sight', 'memory-unavailable', 'leaving',
  ];
  for (const type of types) assert.ok(noticeFor(problem(0, type)).key in en, type);
  for (let status = 400; status < 600; status++) assert.ok(noticeFor(problem(status)).key in en, status);
});

test('the type counts more than the status, absolute or relative', () => {
  assert.equal(noticeFor(problem(422, 'no-speech')).key, 'noSpeech');
  assert.equal(noticeFor(new Problem({ status: 422, type: 'https://shop.example/problems/no-speech' })).key, 'noSpeech');
  assert.equal(noticeFor(problem(422)).key, 'notAccepted');
});

test('trying again is offered where it can help', () => {
  for (const status of [0, 429, 500, 502, 503, 504]) assert.equal(noticeFor(problem(status)).repeatable, true, status);
  for (const status of [400, 401, 413, 422]) assert.equal(noticeFor(problem(status)).repeatable, false, status);
  assert.deepEqual(noticeFor(problem(403, 'consent-required')).key, 'consentRequired');
  assert.equal(noticeFor(problem(403, 'consent-required')).repeatable, true);
  assert.equal(noticeFor(problem(503, 'agent-disabled')).repeatable, false);
  assert.equal(noticeFor(problem(0, 'microphone-denied')).repeatable, false);
});

test('who has to wait long is told for how long, and not offered to try again', () => {
  const { key, values, repeatable } = noticeFor(problem(429, 'too-many-turns', { retryAfter: 1190 }));
  assert.deepEqual([key, values.wait, repeatable], ['tooManyLater', ['minutes', { count: 20 }], false]);
});

test('who has to wait a little is told for how long, and offered to try again', () => {
  const { key, values, repeatable } = noticeFor(problem(429, 'rate-limit', { retryAfter: 20 }));
  assert.deepEqual([key, values.wait, repeatable], ['tooManyLater', ['seconds', { count: 20 }], true]);
});

test('a spent budget says when to come back, and trying again is not offered', () => {
  const sentences = { 'budget-spent': 'closed', 'session-budget-spent': 'conversationSpent', 'voice-budget-spent': 'textOnly' };
  for (const [type, sentence] of Object.entries(sentences)) {
    const { key, values, repeatable } = noticeFor(problem(503, type, { retryAfter: 5 * 3600 }));
    assert.deepEqual([key, values.wait, repeatable], [sentence, ['hours', { count: 5 }], false]);
  }
});

test('a session out of sight is kept: trying again is offered, and not done without the visitor', () => {
  const outOfSight = problem(503, 'session-out-of-sight', { retryAfter: 10 });
  assert.equal(retryDelay(outOfSight, 0), null);
  assert.deepEqual([noticeFor(outOfSight).key, noticeFor(outOfSight).repeatable], ['outOfSight', true]);
});

test('a server that leaves or sorts its memory out is asked again twice, then trying again is offered', () => {
  for (const type of ['leaving', 'memory-unavailable']) {
    const passing = problem(503, type, { retryAfter: 2 });
    assert.deepEqual([0, 1, 2].map((tried) => retryDelay(passing, tried)), [2000, 2000, null]);
    assert.deepEqual([noticeFor(passing).key, noticeFor(passing).repeatable], ['sortingOut', true]);
  }
});

test('what a server offers is asked again after it could not do something', () => {
  assert.equal(mayOfferLess(problem(503, 'voice-budget-spent')), true);
  assert.equal(mayOfferLess(problem(503, 'agent-disabled')), false);
  assert.equal(mayOfferLess(problem(422, 'no-speech')), false);
});

test('a busy server is asked again twice, after the time it names', () => {
  const busy = problem(503, 'busy', { retryAfter: 3 });
  assert.deepEqual([0, 1, 2].map((tried) => retryDelay(busy, tried)), [3000, 3000, null]);
});

test('a broken connection is tried again once', () => {
  assert.deepEqual([0, 1].map((tried) => retryDelay(Problem.local('cut'), tried)), [1000, null]);
  assert.deepEqual([0, 1].map((tried) => retryDelay(Problem.local('unreachable'), tried)), [1000, null]);
});

test('nothing else is tried again without the visitor', () => {
  assert.equal(retryDelay(problem(503, 'busy'), 0), null);
  assert.equal(retryDelay(problem(503, 'busy', { retryAfter: 60 }), 0), null);
  assert.equal(retryDelay(problem(503, 'agent-disabled', { retryAfter: 1 }), 0), null);
  assert.equal(retryDelay(problem(503, 'busy', { retryAfter: 1, streamed: true }), 0), null);
  for (const status of [400, 422, 429, 500, 502]) assert.equal(retryDelay(problem(status, 'x', { retryAfter: 1 }), 0), null, status);
});

test('a turnId is used again only while it is open whether the turn ran', () => {
  assert.equal(brokeOff(Problem.local('cut')), true);
  assert.equal(brokeOff(problem(502, 'upstream', { streamed: true })), false);
  assert.equal(brokeOff(problem(502)), false);
});

test('Retry-After may be seconds or a date', () => {
  assert.equal(retryAfterSeconds('7'), 7);
  assert.equal(retryAfterSeconds('Wed, 21 Oct 2015 07:28:00 GMT', Date.UTC(2015, 9, 21, 7, 27, 30)), 30);
  assert.equal(retryAfterSeconds('Wed, 21 Oct 2015 07:28:00 GMT', Date.UTC(2015, 9, 22)), 0);
  assert.equal(retryAfterSeconds(null), undefined);
  assert.equal(retryAfterSeconds('soon'), undefined);
});
