import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../../main/webapp/voice-agent/problems.js';
import { runTurn } from '../../main/webapp/voice-agent/turn.js';

/** A server that breaks off after the events of each of these tellings but the last. */
function server(...tellings) {
  const calls = [];
  async function* tell(name, turn) {
    calls.push(name);
    const [id, events, problem] = tellings.shift();
    turn.stream = id;
    yield* events;
    if (problem) throw problem;
  }
  return { calls, turn: (turn) => tell('turn', turn), again: (turn) => tell(`again ${turn.stream}`, turn) };
}

async function run(api, turn) {
  const happened = [];
  for await (const event of runTurn(api, turn, new AbortController().signal)) happened.push(event.type);
  return happened;
}

test('a broken connection leads back to the same turn, from where it broke', async () => {
  const api = server(
    ['1.3', [{ type: 'transcript', text: 'When?' }, { type: 'sentence' }], Problem.local('cut')],
    ['2.0', [{ type: 'sentence' }], Problem.local('cut')],
    ['3.0', [{ type: 'done' }]],
  );
  const turn = { turnId: 't', utterance: new Uint8Array(1), speech: true };
  const happened = await run(api, turn);
  assert.deepEqual(api.calls, ['turn', 'again 1.3', 'again 2.0']);
  assert.equal(turn.question, 'When?');
  assert.deepEqual(happened, ['begun', 'transcript', 'sentence', 'reconnecting', 'begun', 'sentence', 'reconnecting', 'begun', 'done']);
});

test('a turn that has failed is not come back to', async () => {
  const api = server(['1.0', [], new Problem({ status: 502 }, { streamed: true })]);
  await assert.rejects(run(api, { turnId: 't', question: 'When?', speech: true }), Problem);
  assert.deepEqual(api.calls, ['turn']);
});

test('a busy server is asked again for the turn it never began', async () => {
  const busy = new Problem({ status: 503 }, { retryAfter: 0 });
  const calls = [];
  const api = {
    async *turn() {
      calls.push('turn');
      if (calls.length === 1) throw busy;
      yield { type: 'done' };
    },
  };
  assert.deepEqual(await run(api, { turnId: 't', question: 'When?', speech: false }), ['begun', 'waiting', 'begun', 'done']);
});
