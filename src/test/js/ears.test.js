import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Ears } from '../../main/webapp/voice-agent/ears.js';

afterEach(() => delete globalThis.webkitSpeechRecognition);

function ears({ none = false, wanted = true, browser = true, deaf = null, status = 'hint', service = 'voice' } = {}) {
  if (browser) globalThis.webkitSpeechRecognition = class {};
  const readiness = { config: { service, limits: {} } };
  return new Ears({ deaf, idleStatus: status }, readiness, { none: () => none, wanted: () => wanted, language: 'en' });
}

function told(ears) {
  return { refusal: ears.refusal, idleStatus: ears.idleStatus, note: ears.note(0) };
}

test('by default, and where the browser has none, the server listens', () => {
  const deaf = { deaf: 'voiceUnavailable', status: 'voiceUnavailable' };
  for (const without of [{ browser: false }, { wanted: false }]) {
    const { refusal, idleStatus, note } = told(ears({ ...deaf, ...without }));
    assert.deepEqual([refusal, idleStatus, note], ['voiceUnavailable', 'voiceUnavailable', null]);
  }
});

test('the ears of the browser need none of the server', () => {
  const own = ears({ deaf: 'voiceNotInLanguage', status: 'voiceNotInLanguage' });
  assert.deepEqual([own.refusal, own.idleStatus], [null, 'hint']);
  assert.equal(ears({ deaf: 'textOnly', status: 'textOnly', service: 'text' }).idleStatus, 'speechSpent');
});

test('where the page has no microphone, a visitor is told to type', () => {
  for (const wanted of [true, false]) {
    const { refusal, idleStatus } = told(ears({ none: true, wanted }));
    assert.deepEqual([refusal, idleStatus], ['microphoneOff', 'microphoneOff']);
  }
});

test('a closed agent is closed to every ear', () => {
  assert.equal(ears({ deaf: 'closed', service: 'closed' }).refusal, 'closed');
});

test('who may receive the voice is told before the first use, and not passed by a double click', () => {
  const own = ears();
  assert.equal(own.note(1000), 'browserListens');
  assert.equal(own.note(1300), 'browserListens');
  assert.equal(own.note(2400), null);
});
