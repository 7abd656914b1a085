import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptance, acceptedFor, gapState, line, words } from '../../main/webapp/admin/gap-state.js';
import { gapCounts } from '../../main/webapp/admin/gaps.js';
import { unlistedNote } from '../../main/webapp/admin/questions.js';

const worded = (question) => ({ question, tally: { turns: 2, gaps: 1, unanswered: 1, down: 0 } });
const GAP = {
  question: 'Are llamas  allowed?',
  language: 'en',
  tally: { turns: 1200, gaps: 3, unanswered: 3, down: 0 },
  wordings: [worded('Are llamas  allowed?'), worded('Can I bring my llama?')],
  last: { session: 'a', at: '2026-11-27T10:00:00Z', question: 'Are llamas allowed?', response: 'No idea.', answered: false },
};
const accepted = (question, addedAt, wordings = []) => ({ id: '1', question, wordings, addedAt, addedBy: 'admin' });

test('questions are the same one whatever the case and punctuation', () => {
  assert.equal(words('  ARE llamas,\nallowed?! '), 'are llamas allowed');
  assert.equal(words('\u00c4rger'), words('A\u0308rger'));
  assert.equal(line(' a\n b  c '), 'a b c');
});

test('an accepted answer to any wording is the answer of the gap', () => {
  const other = accepted('Where are you?', '2026-11-27T11:00:00Z');
  assert.equal(acceptedFor(GAP, [other]), null);
  assert.equal(acceptedFor(GAP, [other, accepted('can i bring my llama', '2026-11-27T11:00:00Z')]).question, 'can i bring my llama');
  assert.equal(acceptedFor(GAP, [accepted('Llamas?', '2026-11-27T11:00:00Z', ['Are llamas allowed?'])]).question, 'Llamas?');
});

test('a gap is answered by what was accepted, or said with a source, after it was asked in vain', () => {
  assert.deepEqual(gapState(GAP, null), { answered: false, note: null });
  assert.equal(gapState(GAP, accepted('x', '2026-11-27T11:00:00Z')).answered, true);
  assert.match(gapState({ ...GAP, last: { ...GAP.last, answered: true } }, null).note, /with a source/);
  const inVain = gapState(GAP, accepted('x', '2026-11-27T09:00:00Z'));
  assert.equal(inVain.answered, false);
  assert.match(inVain.note, /in vain again/);
});

test('what is accepted goes for the other wordings as well, once each, and keeps those it had', () => {
  const fields = { question: 'Can I bring my llama?', answer: 'Yes.', title: ' ', url: 'https://www.example.com/' };
  assert.deepEqual(acceptance(fields, GAP, null, 20), {
    question: 'Can I bring my llama?',
    answer: 'Yes.',
    language: 'en',
    wordings: ['Are llamas allowed?'],
    url: 'https://www.example.com/',
  });
  const before = accepted('Llamas?', '2026-11-27T09:00:00Z', ['are llamas allowed']);
  assert.deepEqual(acceptance(fields, GAP, before, 20).wordings, ['Llamas?', 'Are llamas allowed?']);
  assert.equal(acceptance(fields, GAP, before, 1).wordings.length, 1);
});

test('how often is told in words', () => {
  assert.match(gapCounts(GAP), /^3 of 1,200 in vain \u00b7 3 not answered \u00b7 last /);
  assert.match(gapCounts({ ...GAP, tally: { ...GAP.tally, unanswered: 0, down: 1 } }), /in vain \u00b7 1 thumbs down \u00b7/);
  assert.equal(unlistedNote(1), 'One more was something else.');
  assert.equal(unlistedNote(1200), '1,200 more were something else.');
});
