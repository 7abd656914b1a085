import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Consent } from '../../main/webapp/voice-agent/consent.js';
import { settled } from './fake-socket.js';

const RULE = { required: true, version: '2' };

function stage({ rule = RULE, fails = false } = {}) {
  const seen = { shown: [], sent: [], done: [], drafts: [], refreshed: 0 };
  const step = {
    show: ({ focus }) => seen.shown.push(focus ? 'asked' : 'shown'),
    hide: () => seen.shown.at(-1) !== 'hidden' && seen.shown.push('hidden'),
    declined: () => seen.shown.push('declined'),
    failed: () => seen.shown.push('failed') && 'failed',
    recording: false, // as a box that nobody has checked
  };
  const api = {
    consent: async (json) => {
      seen.sent.push(json);
      await seen.answer?.();
      if (seen.fails) throw new Error('offline');
    },
  };
  seen.fails = fails;
  const consent = new Consent(api, step, async () => seen.refreshed++);
  consent.rule = rule;
  seen.shown.length = 0;
  return { consent, seen, step, ask: (what) => consent.pass(() => seen.done.push(what), () => seen.drafts.push(what)) };
}

test('where none is required nothing is asked', () => {
  const { consent, seen, ask } = stage({ rule: { required: false, version: '1' } });
  consent.restored();
  ask('When?');
  assert.deepEqual([seen.done, seen.sent, seen.shown], [['When?'], [], ['hidden']]);
});

test('a question waits for the consent, and is asked then', async () => {
  const { consent, seen, ask } = stage();
  consent.restored();
  ask('When?');
  assert.deepEqual([seen.done, seen.shown], [[], ['shown', 'asked']]);
  await consent.agree();
  assert.deepEqual(seen.sent, [{ conversation: true, recording: false, textVersion: '2' }]);
  ask('Where?');
  assert.deepEqual([seen.done, seen.shown.at(-1)], [['When?', 'Where?'], 'hidden']);
});

test('who agrees to be recorded as well says so by the same press', async () => {
  const { consent, seen, step } = stage();
  step.recording = true;
  await consent.agree();
  assert.deepEqual(seen.sent, [{ conversation: true, recording: true, textVersion: '2' }]);
});

test('who does not agree gets the question back, and is asked again by the next one', () => {
  const { consent, seen, ask } = stage();
  consent.restored();
  ask('When?');
  consent.decline();
  assert.deepEqual([seen.done, seen.drafts, seen.shown.at(-1)], [[], ['When?'], 'declined']);
  ask('When?');
  assert.equal(seen.shown.at(-1), 'asked');
});

test('what was agreed to before a refresh is not asked again, but another text is', () => {
  const same = stage();
  same.consent.restored({ conversation: true, textVersion: '2' });
  same.ask('When?');
  assert.deepEqual([same.seen.done, same.seen.shown], [['When?'], ['hidden']]);
  const other = stage();
  other.consent.restored({ conversation: true, textVersion: '1' });
  other.ask('When?');
  assert.deepEqual([other.seen.done, other.seen.shown], [[], ['shown', 'asked']]);
});

test('a consent that could not be kept is none, and the question still waits', async () => {
  const { consent, seen, ask } = stage({ fails: true });
  ask('When?');
  await consent.agree();
  assert.deepEqual([seen.done, seen.shown.at(-1)], [[], 'failed']);
  seen.fails = false;
  await consent.agree();
  assert.deepEqual(seen.done, ['When?']);
});

test('a server that requires it all the same is asked for its rule, and what it refused goes on after the consent', async () => {
  const { consent, seen } = stage({ rule: { required: false, version: '1' } });
  consent.demand(() => seen.done.push('again'));
  await settled();
  assert.deepEqual([seen.refreshed, seen.shown.at(-1), seen.done], [1, 'asked', []]);
  await consent.agree();
  assert.deepEqual(seen.done, ['again']);
});

test('who agrees while a refusal is on its way is not asked twice, unless the server refuses again', async () => {
  const { consent, seen, ask } = stage();
  ask('When?');
  await consent.agree();
  consent.demand(() => seen.done.push('again'));
  await settled();
  assert.deepEqual([seen.done, seen.shown.at(-1)], [['When?', 'again'], 'hidden']);
  consent.demand(() => seen.done.push('once more'));
  await settled();
  assert.deepEqual([seen.done, seen.shown.at(-1)], [['When?', 'again'], 'asked']);
  await consent.agree();
  assert.deepEqual(seen.done.at(-1), 'once more');
});

test('another session knows of no consent', async () => {
  const { consent, seen, ask } = stage();
  ask('When?');
  await consent.agree();
  consent.renewed();
  ask('Where?');
  assert.deepEqual([seen.done, seen.shown.at(-1)], [['When?'], 'asked']);
});

const RECORDED = { conversation: true, recording: true, textVersion: '2' };

/** The visitor checks the box, or unchecks it. */
const choose = ({ consent, step }, recording) => {
  step.recording = recording;
  return consent.agree();
};

test('who is recorded sees it after a refresh, but to another text nobody has agreed', () => {
  const same = stage();
  same.consent.restored(RECORDED);
  assert.equal(same.step.recording, true);
  const other = stage();
  other.consent.restored({ ...RECORDED, textVersion: '1' });
  assert.equal(other.step.recording, false);
});

test('what the server said before is older than what it was told', async () => {
  const late = stage();
  await choose(late, false);
  late.consent.restored(RECORDED);
  assert.equal(late.step.recording, false);
});

test('a withdrawal that fails is seen to have failed', async () => {
  const failing = stage();
  failing.consent.restored(RECORDED);
  failing.seen.fails = true;
  assert.equal(await choose(failing, false), 'failed');
  assert.equal(failing.step.recording, true);
  failing.seen.fails = false;
  assert.equal(await choose(failing, false), undefined);
  assert.equal(failing.step.recording, false);
});

test('what failed may have arrived: who wanted to be recorded sees it as long as the server was told nothing else', async () => {
  const failing = stage({ fails: true });
  await choose(failing, true);
  assert.equal(failing.step.recording, true);
});

test('two quick changes are told one after the other, and the last one stays', async () => {
  const quick = stage();
  quick.consent.restored(RECORDED);
  let answer;
  quick.seen.answer = () => new Promise((resolve) => (answer = resolve));
  choose(quick, false);
  const last = choose(quick, true);
  await settled();
  assert.deepEqual(quick.seen.sent.map(({ recording }) => recording), [false]);
  quick.seen.answer = null;
  answer();
  await last;
  assert.deepEqual(quick.seen.sent.map(({ recording }) => recording), [false, true]);
  assert.equal(quick.step.recording, true);
});

test('what is told to a session that takes the place of an expired one is seen', async () => {
  const expired = stage();
  expired.consent.restored(RECORDED);
  expired.seen.answer = () => expired.consent.renewed();
  await choose(expired, true);
  assert.equal(expired.step.recording, true);
});

test('another session is not recorded', () => {
  const begun = stage();
  begun.consent.restored(RECORDED);
  begun.consent.renewed();
  assert.equal(begun.step.recording, false);
});
