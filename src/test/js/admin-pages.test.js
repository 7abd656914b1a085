import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ended } from '../../main/webapp/admin/acts.js';
import { auditNote } from '../../main/webapp/admin/audit.js';
import { answerOf } from '../../main/webapp/admin/answers.js';
import { agentNote } from '../../main/webapp/admin/cluster.js';
import { size } from '../../main/webapp/admin/format.js';
import { memberNote, readAgainNote, settled, state, taken } from '../../main/webapp/admin/knowledge.js';
import { ofNone, ofTurn } from '../../main/webapp/admin/recordings.js';
import { uploadNote, uploadPath } from '../../main/webapp/admin/uploads.js';

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
  assert.match(memberNote({ member: 'ab', members: 3, knowledge: { watched: true } }), /^Of 3 members ab tells this; each reads its own folder; .* all know\. Changes/);
  assert.equal(memberNote({ member: 'ab', members: 1, knowledge: { watched: false } }), 'The documents of the folder are inside the application and do not change.');
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

test('what was added is looked for until something else is known, and not for ever', async () => {
  const report = (version) => ({ knowledge: { version } });
  const answers = ['one', 'one', 'two', 'three'].map(report);
  assert.equal((await taken('one', async () => answers.shift(), 0)).knowledge.version, 'two');
  assert.equal((await taken('one', async () => report('one'), 0)).knowledge.version, 'one');
});

test('an upload tells what was taken, and why others were not', () => {
  const refusal = { name: 'flyer.pdf', message: 'The document is empty. Nothing was changed.' };
  assert.equal(uploadNote(['a.md'], []), 'a.md is uploaded. All servers answer from it within seconds.');
  assert.equal(uploadNote([], [refusal]), 'flyer.pdf: The document is empty. Nothing was changed.');
  assert.match(uploadNote(['a.md', 'b.md'], [refusal]), /^2 documents are uploaded\. .* flyer\.pdf: /);
});

test('a name is nothing but a name in the address of an upload', () => {
  assert.equal(uploadPath('a&url=x #1.md', ''), 'knowledge/documents?name=a%26url%3Dx+%231.md');
  assert.equal(uploadPath('a.md', '/a'), 'knowledge/documents?name=a.md&url=%2Fa');
});

test('other wordings of an answer stand one a line', () => {
  const texts = { question: ' When? ', answer: 'At ten.', wordings: 'How early?\n\n From when on? \n', title: '', url: ' /hours ' };
  assert.deepEqual(answerOf(texts), { question: 'When?', answer: 'At ten.', wordings: ['How early?', 'From when on?'], title: '', url: '/hours' });
});
