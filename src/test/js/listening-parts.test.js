import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listeningParts } from '../../main/webapp/voice-agent/listening-parts.js';
import { LateHandsFree } from '../../main/webapp/voice-agent/late-hands-free.js';
import { Problem } from '../../main/webapp/voice-agent/problems.js';
import { Wording } from '../../main/webapp/voice-agent/wording.js';
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

test('what could not be had is asked for again, at another address, since browsers remember the failure of one', async () => {
  const asked = [];
  const failing = (href) => asked.push(href) && lost();
  const unreachable = (problem) => problem instanceof Problem && problem.kind === 'unreachable';
  for (let time = 0; time < 2; time++) await assert.rejects(listeningParts(failing, async () => false), unreachable);
  assert.equal(new Set(asked).size, 2);
  assert.equal(new Set(asked.map((href) => new URL(href).pathname)).size, 1);
});

test('a file that is there and cannot be run is of another release', async () => {
  await assert.rejects(listeningParts(lost, async () => true), ({ kind }) => kind === 'outdated');
});

test('it waits for some time only', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const waiting = assert.rejects(listeningParts(() => new Promise(() => {})), ({ kind }) => kind === 'timeout');
  context.mock.timers.tick(15_000);
  await waiting;
});

test('with it comes what is said only then', async () => {
  await listeningParts();
  assert.equal(new Wording('en').say('hearing'), 'Listening. I stop when you stop.');
  assert.equal(new Wording('en', {}, { hearing: 'Go on.' }).say('hearing'), 'Go on.');
});

test('it is what listens', async () => {
  const { HandsFree, listen, listenInBrowser } = await listeningParts();
  for (const part of [HandsFree, listen, listenInBrowser]) assert.equal(typeof part, 'function');
});

test('it is asked for once', async () => {
  assert.equal(await listeningParts(lost), await listeningParts());
});

test('hands-free begins when its modules have come', async () => {
  const { late, seen } = stage();
  const started = late.start();
  assert.deepEqual([seen.handsFree, seen.statuses, seen.started], [[true], ['handsFreeConnecting'], 0]);
  await started;
  assert.deepEqual([seen.started, seen.notices, seen.problems, late.giveUp()], [1, [null], [], false]);
});

test('who does something else meanwhile does not find the microphone open later', async () => {
  const { late, seen } = stage();
  const started = late.start();
  assert.equal(late.giveUp(), true);
  await started;
  await settled();
  assert.deepEqual([seen.started, seen.handsFree, seen.statuses, seen.problems], [0, [true, false], ['handsFreeConnecting', null], []]);
});

test('when they do not come the visitor is told, and can try again', async () => {
  const { late, seen } = stage(async () => {
    throw Problem.local('unreachable');
  });
  await late.start();
  assert.deepEqual([seen.notices.at(-1), seen.problems, seen.handsFree.at(-1), seen.started], ['unreachable', ['unreachable'], false, 0]);
});
