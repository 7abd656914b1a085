import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserRecognition } from '../../main/webapp/voice-agent/ears.js';
import { recognise } from '../../main/webapp/voice-agent/recognition.js';

class FakeRecognition {
  static last;
  calls = [];
  constructor() {
    FakeRecognition.last = this;
  }
  start() {
    this.calls.push('start');
  }
  stop() {
    this.calls.push('stop');
  }
  abort() {
    this.calls.push('abort');
  }
  hear(...results) {
    this.onresult({
      results: results.map(([transcript, isFinal]) => Object.assign([{ transcript }], { isFinal })),
    });
  }
}

function listening({ held = false } = {}) {
  const seen = { interim: [], opened: 0, useless: 0 };
  const listener = new AbortController();
  const enough = new AbortController();
  const question = recognise(FakeRecognition, 'de-AT', {
    signal: listener.signal,
    enough: enough.signal,
    held: () => held,
    onopen: () => seen.opened++,
    oninterim: (text) => seen.interim.push(text),
    onuseless: () => seen.useless++,
  });
  question.catch(() => {});
  return { question, seen, listener, enough, recognition: FakeRecognition.last };
}

test('listens in the language of the page, tells what it understands, and ends with the first pause', async () => {
  const { question, seen, recognition } = listening();
  assert.deepEqual([recognition.lang, recognition.interimResults, recognition.calls], ['de-AT', true, ['start']]);
  recognition.onstart();
  recognition.hear(['wann', false]);
  recognition.hear(['wann haben Sie', false]);
  assert.deepEqual(recognition.calls, ['start']);
  recognition.hear(['Wann haben Sie auf?', true]);
  assert.deepEqual(recognition.calls, ['start', 'stop']);
  recognition.onend();
  assert.equal(await question, 'Wann haben Sie auf?');
  assert.deepEqual([seen.opened, seen.interim], [1, ['wann', 'wann haben Sie', 'Wann haben Sie auf?']]);
});

test('while the microphone is held, pauses end nothing', async () => {
  const { question, enough, recognition } = listening({ held: true });
  recognition.hear(['Wann', true]);
  recognition.hear(['Wann', true], [' haben Sie auf', true]);
  assert.deepEqual(recognition.calls, ['start']);
  enough.abort();
  assert.deepEqual(recognition.calls, ['start', 'stop']);
  recognition.onend();
  assert.equal(await question, 'Wann haben Sie auf');
});

const PROBLEMS = {
  'no-speech': 'no-speech',
  aborted: 'no-speech',
  network: 'unreachable',
  'audio-capture': 'microphone-missing',
  'language-not-supported': 'microphone-failed',
};
for (const [error, kind] of Object.entries(PROBLEMS)) {
  test(`its error ${error} is told as ${kind}`, async () => {
    const { question, recognition, seen } = listening();
    const ended = recognition.onend;
    recognition.onerror({ error });
    assert.notEqual(recognition.onend, ended, 'the end that follows says nothing else');
    await assert.rejects(question, (problem) => problem.kind === kind);
    assert.equal(seen.useless, error === 'language-not-supported' ? 1 : 0);
  });
}

test('nothing understood is nothing said', async () => {
  const { question, recognition } = listening();
  recognition.onend();
  await assert.rejects(question, (problem) => problem.kind === 'no-speech');
});

test('an interrupted visitor is not listened to any more', async () => {
  const { question, listener, recognition } = listening();
  listener.abort();
  await assert.rejects(question, (error) => error.name === 'AbortError');
  assert.equal(recognition.calls.at(-1), 'abort');
  assert.equal(recognition.onresult, null);
});

test('goes by either name', () => {
  assert.equal(browserRecognition({ webkitSpeechRecognition: FakeRecognition }), FakeRecognition);
  assert.equal(browserRecognition({}), undefined);
});
