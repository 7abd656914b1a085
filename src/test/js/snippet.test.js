import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embedding } from '../../main/webapp/embed/snippet.js';

const RELEASE = { release: '0123456789ab', integrity: { 'voice-agent.js': 'sha384-tag', 'voice-agent-button.js': 'sha384-button' } };
const ROOT = 'https://agent.example.com/shop/';
const CHOSEN = { way: 'tag', release: 'pinned', layout: '', lang: '', memory: '', microphone: '' };

test('pins a release by its address and its hash', () => {
  const { html, policy } = embedding(CHOSEN, RELEASE, ROOT);
  assert.equal(
    html,
    '<script type="module" src="https://agent.example.com/shop/voice-agent/0123456789ab/voice-agent.js" integrity="sha384-tag" crossorigin="anonymous"></script>\n' +
      '<voice-agent></voice-agent>',
  );
  assert.equal(
    policy,
    'script-src https://agent.example.com/shop/voice-agent/0123456789ab/; connect-src https://agent.example.com wss://agent.example.com',
  );
});

test('the newest has no hash', () => {
  const { html } = embedding({ ...CHOSEN, release: 'newest', layout: 'inline', memory: 'page' }, RELEASE, ROOT);
  assert.equal(
    html,
    '<script type="module" src="https://agent.example.com/shop/voice-agent/voice-agent.js"></script>\n' +
      '<voice-agent layout="inline" memory="page"></voice-agent>',
  );
});

test('one script carries the attributes as its data', () => {
  const { html } = embedding({ ...CHOSEN, way: 'button', lang: 'de' }, RELEASE, ROOT);
  assert.equal(
    html,
    '<script type="module" src="https://agent.example.com/shop/voice-agent/0123456789ab/voice-agent-button.js" integrity="sha384-button" crossorigin="anonymous" data-lang="de"></script>',
  );
});

test('without a microphone the hash of the script is all that a policy needs', () => {
  const { policy } = embedding({ ...CHOSEN, microphone: 'off' }, RELEASE, ROOT);
  assert.equal(policy, "script-src 'sha384-tag'; connect-src https://agent.example.com");
});
