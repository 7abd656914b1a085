import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ended } from '../../main/webapp/admin/acts.js';
import { auditNote } from '../../main/webapp/admin/audit.js';
import { agentNote } from '../../main/webapp/admin/cluster.js';
import { memberNote, readAgainNote, settled, size, state } from '../../main/webapp/admin/knowledge.js';
import { ofNone, ofTurn } from '../../main/webapp/admin/recordings.js';

test('the end of a session says what is gone, and what goes later', () => {
  assert.equal(ended({ erased: { conversations: 1, log: 12 }, pending: [] }), 'The session is ended. Erased: conversations 1, log 12.');
  assert.equal(ended({ erased: { conversations: 0, log: 0 }, pending: [] }), 'Nothing was kept of this session.');
  assert.match(ended({ erased: { conversations: 1 }, pending: ['log'] }), /Erased as soon as its database answers: log\.$/);
});

test('the agent is on or off by somebody, with or without a reason', () => {
  assert.equal(agentNote({ on: true, configured: true }), null);
  assert.equal(agentNote({ on: false, configured: true, by: 'admin', reason: 'Odd answers.' }), 'Switched off by admin: Odd answers.');
  assert.equal(agentNote({ on: true, configured: true, by: 'admin' }), 'Switched on by admin.');
  assert.match(agentNote({ on: false, configured: false, by: 'admin' }), /VOICE_AGENT_ENABLED/);
});

test('an audit that is not kept, or waits, says so', () => {
  assert.match(auditNote({ kept: false, waiting: 0, rows: [] }), /voice\.audit\.enabled/);
  assert.match(auditNote({ kept: true, waiting: 1, rows: [] }), /^1 act waits/);
  assert.match(auditNote({ kept: true, waiting: 0, rows: [] }), /Nothing/);
  assert.equal(auditNote({ kept: true, waiting: 0, rows: [{}] }), null);
});

test('recordings stand with their turn, the visitor first, and those of no turn by themselves', () => {
  const kept = [
    { turnId: 'a', side: 'speech' },
    { turnId: 'a', side: 'utterance' },
    { turnId: 'b', side: 'utterance' },
  ];
  assert.deepEqual(ofTurn(kept, 'a').map(({ side }) => side), ['utterance', 'speech']);
  assert.deepEqual(ofNone(kept, [{ turnId: 'a' }]), [kept[2]]);
});

test('a document that is refused says why, and what becomes of what it said', () => {
  assert.equal(state({ passages: 3 }), 'Read');
  assert.equal(state({ passages: 0, refused: 'is empty' }), 'Refused: it is empty. It is left out.');
  assert.equal(state({ passages: 2, refused: 'is not UTF-8' }), 'Refused: it is not UTF-8. What it said before stays.');
});

test('the knowledge says whose it is where there are others', () => {
  assert.match(memberNote({ member: 'ab', members: 3, knowledge: { watched: true } }), /^Of 3 members ab tells this; each reads its own folder\. Changes/);
  assert.equal(memberNote({ member: 'ab', members: 1, knowledge: { watched: false } }), 'The documents are inside the application and do not change.');
  assert.equal(size(1), '1 kB');
  assert.equal(size(2_500_000), '2.5 MB');
});

test('reading again is told of the server that was asked, whoever else answers', async () => {
  const report = (member, reading) => ({ member, knowledge: { reading, documents: [{}] } });
  const answers = [report('b', false), report('a', true), report('b', false), report('a', false)];
  const last = await settled(report('a', true), async () => answers.shift(), 0);
  assert.equal(readAgainNote(last), '1 documents were read again by a.');
  const lost = await settled(report('a', true), async () => report('b', false), 0);
  assert.equal(readAgainNote(lost), 'a has not told yet that it is done.');
});
