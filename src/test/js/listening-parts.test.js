import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listeningParts } from '../../main/webapp/voice-agent/listening-parts.js';
import { LateHandsFree } from '../../main/webapp/voice-agent/late-hands-free.js';
import { Problem } from '../../main/webapp/voice-agent/problems.js';
import { settled } from './fake-socket.js';

const lost = async () => {
  throw new TypeError('Failed to fetch');
};

/** Hands-free, and what it shows. */
function stage(bring) {
  const seen = { handsFree: [], statuses: [], notices: [], problems: [], started: 0 };
  const shown = {
    handsFree: (on) => seen.handsFree.push(on),
    status: (key) => seen.statuses.push(key),
    notice: (key, values, again) => seen.notices.push(key) && (seen.again = again),
    problem: (problem) => seen.problems.push(problem.kind),
  };
  const conversation = { on: false, start: () => seen.started++ && (conversation.on = true) };
  return { late: new LateHandsFree(shown, () => conversation, bring), seen };
}

test('what could not be had is asked for again', async () => {
  await assert.rejects(listeningParts(lost), (problem) => problem instanceof Problem && problem.kind === 'unreachable');
  const { HandsFree, listen, recognise } = await listeningParts();
  for (const part of [HandsFree, listen, recognise]) assert.equal(typeof part, 'function');
});

test('it is asked for once', async () => {
  assert.equal(await listeningParts(lost), await listeningParts());
});

test('hands-free begins when its modules have come', async () => {
  const { late, seen } = stage();
  const started = late.start();
  assert.deepEqual([seen.handsFree, seen.statuses, seen.started], [[true], ['microphone'], 0]);
  await started;
  assert.deepEqual([seen.started, seen.notices, seen.problems, late.giveUp()], [1, [null], [], false]);
});

test('who does something else meanwhile does not find the microphone open later', async () => {
  const { late, seen } = stage();
  const started = late.start();
  assert.equal(late.giveUp(), true);
  await started;
  await settled();
  assert.deepEqual([seen.started, seen.handsFree, seen.statuses, seen.problems], [0, [true, false], ['microphone', null], []]);
});

test('when they do not come the visitor is told, and can try again', async () => {
  const { late, seen } = stage(async () => {
    throw Problem.local('unreachable');
  });
  await late.start();
  assert.deepEqual([seen.notices.at(-1), seen.problems, seen.handsFree.at(-1), seen.started], ['unreachable', ['unreachable'], false, 0]);
});
