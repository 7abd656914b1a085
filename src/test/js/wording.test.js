import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { en as main } from '../../main/webapp/voice-agent/texts-en.js';
import { listeningEn } from '../../main/webapp/voice-agent/texts-listening-en.js';
import { primaryLanguage, Wording, wordingIn } from '../../main/webapp/voice-agent/wording.js';

const en = { ...main, ...listeningEn };

const PLACES = /\{\w+\}/g;
const HOURS = { wait: ['hours', { count: 3 }] };

async function load(language) {
  const file = new URL(`../../main/webapp/voice-agent/texts/${language}.json`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8'));
}

const translated = ['de', 'es', 'fr', 'ar'];

for (const language of translated) {
  test(`every sentence is there in ${language}, with the same values, and none that nobody says`, async () => {
    const texts = await load(language);
    for (const [key, english] of Object.entries(en)) {
      if (key.includes('.')) continue;
      assert.ok(texts[key]?.length > 1, key);
      assert.deepEqual(texts[key].match(PLACES), english.match(PLACES), key);
    }
    const known = Object.keys(texts).filter((key) => !(key.split('.')[0] in en));
    assert.deepEqual(known, []);
  });
}

test('a language without texts, or whose texts cannot be had, gets English and is marked so', async () => {
  const unknown = await wordingIn('tlh', {}, load);
  assert.deepEqual([unknown.say('send'), unknown.language, unknown.direction], ['Send', 'en', 'ltr']);
  const lost = await wordingIn('de', {}, () => Promise.reject(new Error('offline')));
  assert.deepEqual([lost.say('send'), lost.language], ['Send', 'en']);
});

test('a tag with a country gets the texts of its language', async () => {
  const wording = await wordingIn('de-AT', {}, load);
  assert.deepEqual([wording.say('send'), wording.language], ['Senden', 'de']);
  assert.deepEqual(['en', 'en-GB', 'EN_us', ' de-AT ', '', null].map(primaryLanguage), ['en', 'en', 'en', 'de', '', '']);
});

test('Arabic is written from right to left', async () => {
  assert.equal((await wordingIn('ar-EG', {}, load)).direction, 'rtl');
});

test('the sentences of the page come first', async () => {
  const wording = await wordingIn('fr', { title: 'Demandez à Camille' }, load);
  assert.deepEqual([wording.say('title'), wording.say('send')], ['Demandez à Camille', 'Envoyer']);
});

test('values are put into their places, in the plural of the language', async () => {
  const english = new Wording('en');
  assert.match(english.say('tooManyLater', { wait: ['minutes', { count: 20 }] }), /in 20 minutes\./);
  assert.match(english.say('closed', HOURS), /in 3 hours;/);
  assert.match(english.say('closed', { wait: ['hours', { count: 1 }] }), /in an hour;/);
  const arabic = await wordingIn('ar', {}, load);
  assert.match(arabic.say('closed', HOURS), /بعد 3 ساعات،/);
  assert.match(arabic.say('closed', { wait: ['hours', { count: 2 }] }), /بعد ساعتين،/);
  assert.match(arabic.say('closed', { wait: ['hours', { count: 12 }] }), /بعد 12 ساعة،/);
});

test('a number is written as the language writes it', async () => {
  assert.equal((await wordingIn('de', {}, load)).say('times', { value: 1.25 }), '1,25×');
  assert.equal((await wordingIn('en', {}, load)).say('percent', { value: 80 }), '80%');
});

test('a key nobody knows is a failure in words, not a key', () => {
  assert.equal(new Wording('en').say('nonsense'), en.failed);
});
