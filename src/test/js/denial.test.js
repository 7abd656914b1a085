import assert from 'node:assert/strict';
import { test } from 'node:test';
import { denial } from '../../main/webapp/voice-agent/denial.js';

const policy = (allowed) => ({ allowsFeature: (name) => name !== 'microphone' || allowed });
const permissions = (state) => ({ query: async ({ name }) => ({ state: name === 'microphone' && state }) });

test('a policy of the page is told as such: no setting of the visitor changes it', async () => {
  assert.equal(await denial({ policy: policy(false), permissions: permissions('denied') }), 'microphone-forbidden');
});

test('who has blocked the microphone is sent to the settings, who has closed the question is asked again', async () => {
  assert.equal(await denial({ policy: policy(true), permissions: permissions('denied') }), 'microphone-denied');
  assert.equal(await denial({ policy: policy(true), permissions: permissions('prompt') }), 'microphone-dismissed');
});

test('an allowed microphone that is refused all the same is beyond the browser', async () => {
  assert.equal(await denial({ permissions: permissions('granted') }), 'microphone-failed');
});

test('a browser that tells nothing about it blocks', async () => {
  assert.equal(await denial({}), 'microphone-denied');
  const unknown = { query: () => Promise.reject(new TypeError('no such permission')) };
  assert.equal(await denial({ permissions: unknown }), 'microphone-denied');
});
