import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applicationRoot } from '../../main/webapp/voice-agent/root.js';

const ROOTS = [
  ['https://a.example/voice-agent/voice-agent.js', 'https://a.example/'],
  ['https://a.example/voice-agent/0123456789ab/voice-agent.js', 'https://a.example/'],
  ['https://a.example/shop/voice-agent/0123456789ab/voice-agent-button.js', 'https://a.example/shop/'],
  ['https://a.example/voice-agent/voice-agent/voice-agent.js', 'https://a.example/voice-agent/'],
  ['https://a.example/voice-agent/voice-agent.js?from=/x/voice-agent/y', 'https://a.example/'],
];

for (const [script, root] of ROOTS) {
  test(`finds its server from ${script}`, () => assert.equal(applicationRoot(script).href, root));
}
