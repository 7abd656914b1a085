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

test('an engine that failed to load is not waited for, and the visitor is told', async () => {
  const failed = { ready: false, unavailable: true };
  const loading = { ready: false, unavailable: false };
  const told = async (transcription, speech) => {
    const readiness = new Readiness(async () => ({ engines: { transcription, answer: { ready: true }, speech } }));
    return { settled: await readiness.refresh(), status: readiness.idleStatus };
  };
  assert.deepEqual(await told(failed, failed), { settled: true, status: 'voiceUnavailable' });
  assert.deepEqual(await told(failed, loading), { settled: false, status: 'voiceUnavailable' });
  assert.deepEqual(await told(loading, failed), { settled: false, status: 'warmingUp' });
  assert.deepEqual(await told({ ready: true }, failed), { settled: true, status: 'speechUnavailable' });
});

const offering = async (service, transcription = 'openai', speech = transcription) => {
  const engines = { transcription: { engine: transcription, ready: true }, answer: { ready: true }, speech: { engine: speech, ready: true } };
  const readiness = new Readiness(async () => ({ service, engines }));
  await readiness.refresh();
  return [readiness.idleStatus, readiness.refusal('transcription'), readiness.refusal('speech')];
};

test('where the budget allows less, it says what still works', async () => {
  assert.deepEqual(await offering('voice'), ['hint', null, null]);
  assert.deepEqual(await offering('text'), ['textOnly', 'textOnly', 'speechSpent']);
  assert.deepEqual(await offering('site'), ['siteOnly', 'siteOnly', 'siteOnly']);
  assert.deepEqual(await offering('closed'), ['closed', 'closed', 'closed']);
});

test('a stage that costs nothing goes on', async () => {
  assert.deepEqual(await offering('text', 'embedded', 'openai'), ['speechSpent', null, 'speechSpent']);
  assert.deepEqual(await offering('site', 'embedded'), ['siteOnly', null, null]);
  assert.deepEqual(await offering('closed', 'embedded'), ['closed', 'closed', 'closed']);
});

test('what was refused works again when the server says so', async () => {
  let service = 'text';
  const readiness = new Readiness(async () => ({ service }));
  await readiness.refresh();
  assert.equal(readiness.refusal('transcription'), 'textOnly');
  service = 'voice';
  await readiness.recheck();
  assert.equal(readiness.refusal('transcription'), null);
});

test('an engine nobody speaks of is ready', async () => {
  const readiness = new Readiness(async () => ({}));
  assert.equal(readiness.settled, false); // not asked yet
  await readiness.refresh();
  assert.equal(readiness.settled, true);
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
