import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../../main/webapp/voice-agent/problems.js';
import { DEFAULTS } from '../../main/webapp/voice-agent/readiness.js';
import { Replay } from '../../main/webapp/voice-agent/replay.js';
import { portions } from '../../main/webapp/voice-agent/saying.js';
import { encodeWav } from '../../main/webapp/voice-agent/wav.js';
import { settled } from './fake-socket.js';

const WAV = encodeWav(new Float32Array(100), 24000);

/** A server and a voice that do as the test wants. */
function stage({ mute = null, speak, silent = false, most = 2000 } = {}) {
  const seen = { states: [], statuses: [], notices: [], problems: [], asked: [], pieces: [], over: 0, rests: 0, stopped: 0 };
  const speech = { off: false, piece: (piece) => seen.pieces.push(piece), finished: () => new Promise((resolve) => (seen.end = resolve)) };
  const voice = {
    mute,
    unlock() {},
    stop: () => seen.stopped++,
    again: async (signal, observer) => Object.assign(seen, { signal, observer }) && (silent ? null : speech),
  };
  const api = {
    async *speak(text) {
      seen.asked.push(text);
      yield* speak?.() ?? [WAV.subarray(0, 50), WAV.subarray(50)];
    },
  };
  const readiness = { values: {}, config: { limits: { ...DEFAULTS.limits, speakCharacters: most } }, poll() {}, recheck() {} };
  const shown = {
    state: (state) => seen.states.push(state),
    status: (key) => seen.statuses.push(key),
    notice: (key) => key && seen.notices.push(key),
    problem: (problem) => seen.problems.push(problem.kind),
  };
  const replay = new Replay(api, voice, readiness, shown, () => seen.rests++);
  return { replay, seen, speech, say: (text = 'All.') => replay.say(text, () => seen.over++) };
}

test('an answer is said again, and it is over when it has been heard', async () => {
  const { replay, seen, say } = stage();
  const said = say();
  await settled();
  seen.observer.onaudible();
  assert.deepEqual(seen.states, ['thinking', 'speaking']);
  assert.deepEqual([seen.asked, seen.pieces.at(-1).last, seen.over], [['All.'], true, 0]);
  assert.equal(seen.pieces.reduce((sum, { data }) => sum + data.length, 0), 200);
  seen.end();
  await said;
  assert.deepEqual([seen.over, seen.rests, replay.stop()], [1, 1, false]);
});

test('it can be stopped at any moment, and another one ends the one before', async () => {
  const { replay, seen, say } = stage();
  say('First.');
  await settled();
  const { signal } = seen;
  say('Second.');
  assert.deepEqual([signal.aborted, seen.over], [true, 1]);
  await settled();
  assert.equal(replay.stop(), true);
  assert.deepEqual([seen.signal.aborted, seen.over, seen.stopped, seen.notices], [true, 2, 2, []]);
});

test('a long answer is said in portions, one after another', async () => {
  const { seen, say } = stage({ most: 20 });
  say('One and two. Three and four. Five.');
  await settled();
  await settled();
  assert.deepEqual(seen.asked, ['One and two.', 'Three and four.', 'Five.']);
  assert.deepEqual(seen.pieces.filter(({ last }) => last).map(({ index }) => index), [0, 1, 2]);
});

test('without a voice, or when it fails, the visitor is told and nothing stays on', async () => {
  const mute = stage({ mute: 'speechSpent' });
  await mute.say();
  assert.deepEqual([mute.seen.notices, mute.seen.over, mute.seen.asked], [['speechSpent'], 1, []]);
  const silent = stage({ silent: true });
  await silent.say();
  assert.deepEqual([silent.seen.notices, silent.seen.over], [['voiceOff'], 1]);
  for (const [problem, notice] of [
    [{ type: '/problems/voice-budget-spent', status: 503 }, 'speechSpent'],
    [{ type: '/problems/rate-limit', status: 429 }, 'tooMany'],
    [{ type: '/problems/upstream-failed', status: 502 }, 'voiceOff'],
  ]) {
    const failing = stage({
      speak() {
        throw new Problem(problem);
      },
    });
    await failing.say();
    assert.deepEqual([failing.seen.notices, failing.seen.over, failing.seen.rests], [[notice], 1, 1]);
  }
});

test('the voice that is switched off ends it', async () => {
  const { seen, speech, say } = stage();
  speech.off = true;
  await say();
  assert.deepEqual([seen.pieces, seen.over], [[], 1]);
});

test('portions end with a sentence, else with a word, and none is too long', () => {
  assert.deepEqual(portions('Short, whatever', 20), ['Short, whatever']);
  assert.deepEqual(portions('One two three. Four five', 20), ['One two three.', 'Four five']);
  assert.deepEqual(portions('one two three four five six', 10), ['one two', 'three four', 'five six']);
  assert.deepEqual(portions('a'.repeat(25), 10), ['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)]);
  assert.deepEqual(portions('متى تفتحون؟ عند العاشرة صباحا', 20), ['متى تفتحون؟', 'عند العاشرة صباحا']);
});
