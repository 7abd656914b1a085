import assert from 'node:assert/strict';
import { test } from 'node:test';
import { primaryLanguage, TEXT_KEYS, textLanguage, textsFor } from '../../main/webapp/voice-agent/texts.js';

test('every text is a sentence or a name, in every language', () => {
  for (const language of ['en', 'en-GB', 'xx', '', undefined]) {
    for (const key of TEXT_KEYS) assert.ok(textsFor(language)(key).length > 1, `${language} ${key}`);
  }
});

test('a language without texts gets English, and is marked so', () => {
  assert.equal(textsFor('tlh')('send'), 'Send');
  assert.equal(textLanguage('tlh'), 'en');
});

test('the primary language counts', () => {
  assert.deepEqual(['en', 'en-GB', 'EN_us', ' de-AT ', '', null].map(primaryLanguage), ['en', 'en', 'en', 'de', '', '']);
});

test('values are put into their places', () => {
  assert.match(textsFor('en')('tooManyLater', { wait: ['minutes', { count: 20 }] }), /in 20 minutes\./);
  assert.match(textsFor('en')('closed', { wait: ['hours', { count: 3 }] }), /in 3 hours;/);
});
