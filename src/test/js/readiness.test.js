import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestUtteranceMs, pollDelay, Readiness } from '../../main/webapp/voice-agent/readiness.js';

const config = (answer, voice) => ({
  engines: { transcription: { ready: voice }, answer: { ready: answer }, speech: { ready: voice } },
  limits: { questionCharacters: 500 },
});

const after = async (answer, voice) => {
  const readiness = new Readiness(async () => config(answer, voice));
  await readiness.refresh();
  return readiness;
};

test('it asks ever more slowly, never more than every 30 seconds, and not for ever', () => {
  const delays = Array.from({ length: 30 }, (_, asked) => pollDelay(asked));
  const asked = delays.filter((delay) => delay !== null);
  assert.ok(asked.length >= 10 && asked.length < 30);
  assert.deepEqual(asked, asked.toSorted((a, b) => a - b));
  assert.ok(asked[0] >= 1000 && asked.at(-1) === 30000);
});

test('it tells what is warming up', async () => {
  assert.equal((await after(true, true)).idleStatus, 'hint');
  assert.equal((await after(true, false)).idleStatus, 'warmingUp');
  assert.equal((await after(false, false)).idleStatus, 'answerWarmingUp');
});

test('an engine nobody speaks of is ready', async () => {
  const readiness = new Readiness(async () => ({}));
  assert.equal(readiness.allReady, false); // not asked yet
  await readiness.refresh();
  assert.equal(readiness.allReady, true);
});

test('limits the server does not name have their defaults', async () => {
  const { limits } = (await after(true, true)).config;
  assert.equal(limits.questionCharacters, 500);
  assert.equal(limits.utteranceSeconds, 60);
});

test('an utterance stays within both limits of the server', () => {
  assert.equal(longestUtteranceMs({ utteranceSeconds: 60, utteranceBytes: 10485760 }, 16000), 59500);
  assert.equal(longestUtteranceMs({ utteranceSeconds: 60, utteranceBytes: 320044 }, 16000), 9500);
});
