import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listenAlone } from '../../main/webapp/voice-agent/one-listener.js';

/** As navigator.locks, where every request steals. */
class Locks {
  #lose = () => {};

  request(name, { steal }, hold) {
    assert.ok(steal);
    this.#lose();
    return new Promise((resolve, reject) => {
      this.#lose = () => reject(new DOMException('stolen', 'AbortError'));
      hold().then(resolve);
    });
  }
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

test('who begins to listen takes the microphone from who listened before', async () => {
  const locks = new Locks();
  const taken = [];
  listenAlone(() => taken.push('first'), locks);
  listenAlone(() => taken.push('second'), locks);
  await soon();
  assert.deepEqual(taken, ['first']);
});

test('nobody is told who has given it back', async () => {
  const locks = new Locks();
  const taken = [];
  listenAlone(() => taken.push('first'), locks)();
  await soon();
  listenAlone(() => taken.push('second'), locks);
  await soon();
  assert.deepEqual(taken, []);
});

test('a browser without locks lets every tab listen', () => {
  assert.doesNotThrow(listenAlone(() => assert.fail(), null));
});

test('a page that may not have locks is not told that another tab listens', async () => {
  const refusing = { request: async () => Promise.reject(new DOMException('opaque origin', 'SecurityError')) };
  listenAlone(() => assert.fail(), refusing);
  await soon();
});
