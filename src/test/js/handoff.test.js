import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HandoffMessage } from '../../main/webapp/voice-agent/handoff-message.js';
import { handoffWords } from '../../main/webapp/voice-agent/handoff-words.js';
import { personAddress } from '../../main/webapp/voice-agent/handoff.js';

function message(...answers) {
  const seen = { states: [], sent: [] };
  const told = new HandoffMessage(
    async (json) => {
      seen.sent.push(json);
      const kind = answers.shift();
      if (kind) throw { kind };
    },
    (state) => seen.states.push(state),
  );
  return { seen, told };
}

test('a message is sent with the conversation only if the visitor wants that', async () => {
  const { seen, told } = message();
  await told.send({ contact: ' ann@example.com ', includeTranscript: false });
  assert.deepEqual(seen.sent, [{ includeTranscript: false, contact: 'ann@example.com' }]);
  assert.deepEqual(seen.states, ['sending', 'sent']);
});

test('without a contact nobody could answer, so nothing is sent', async () => {
  const { seen, told } = message();
  await told.send({ contact: ' ', includeTranscript: true });
  assert.deepEqual([seen.sent, told.state], [[], 'empty']);
});

test('what failed may be sent again, what is under way or sent may not', async () => {
  const { seen, told } = message('unreachable', 'rate-limit');
  const first = told.send({ contact: 'a', includeTranscript: false });
  await told.send({ contact: 'a', includeTranscript: false });
  await first;
  await told.send({ contact: 'a', includeTranscript: false });
  await told.send({ contact: 'a', includeTranscript: false });
  await told.send({ contact: 'a', includeTranscript: false });
  assert.deepEqual(seen.states, ['sending', 'failed', 'sending', 'many', 'sending', 'sent']);
  assert.equal(seen.sent.length, 3);
});

test('a link leads to a page, a mail or a telephone', () => {
  const address = (url) => personAddress(url, 'https://agent.example/app/');
  assert.equal(address('/contact'), 'https://agent.example/contact');
  assert.equal(address('mailto:hello@example.com'), 'mailto:hello@example.com');
  assert.equal(address('tel:+49301'), 'tel:+49301');
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', '', undefined]) assert.equal(address(bad), null);
});

test('each language has all words', () => {
  const keys = Object.keys(handoffWords('en')).sort();
  for (const language of ['de', 'es', 'fr', 'ar']) assert.deepEqual(Object.keys(handoffWords(language)).sort(), keys);
  assert.equal(handoffWords('xx'), handoffWords('en'));
});
