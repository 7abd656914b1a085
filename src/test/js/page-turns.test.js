import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Api } from '../../main/webapp/voice-agent/api.js';
import { PageMemory } from '../../main/webapp/voice-agent/page-memory.js';
import { Problem } from '../../main/webapp/voice-agent/problems.js';
import { runTurn } from '../../main/webapp/voice-agent/turn.js';
import { reconnected, sentence, started, transcript, TURN } from './live-stage.js';

/** An api whose every answer breaks off after its first sentence, as often as it is told to. */
function breaking(times) {
  const asked = [];
  return {
    asked,
    resumes: false,
    async *turn(turn) {
      asked.push(turn.turnId);
      turn.stream = '0.1';
      yield { type: 'sentence', index: 0, text: 'First.' };
      if (asked.length <= times) throw Problem.local('cut');
      yield { type: 'done' };
    },
  };
}

async function types(api) {
  const seen = [];
  for await (const { type } of runTurn(api, { turnId: 'first', question: 'q' })) seen.push(type);
  return seen;
}

test('where the server keeps nothing a broken turn is asked again under a new id, from its beginning', async () => {
  const api = breaking(1);
  const seen = await types(api);
  assert.deepEqual(seen, ['begun', 'sentence', 'reconnecting', 'anew', 'begun', 'sentence', 'done']);
  assert.equal(new Set(api.asked).size, 2);
});

test('but not for ever, since each time is paid', async () => {
  const api = breaking(9);
  await assert.rejects(types(api), { kind: 'cut' });
  assert.equal(api.asked.length, 3);
});

test('the history goes with a turn, and the beginning of a live conversation', async () => {
  const memory = new PageMemory();
  memory.limits = { historyMessages: 2, questionCharacters: 9 };
  memory.watch({ count: 1 }, { turnId: 't', question: 'When?' }).onend({ outcome: 'done', response: 'At ten.' });
  const bodies = [];
  const fetching = mock.method(globalThis, 'fetch', async (url, { body }) => {
    bodies.push(body);
    return String(url).endsWith('sessions') ? Response.json({ sessionId: 'id' }) : new Response('event: done\ndata: {}\n\n');
  });
  try {
    const api = new Api('https://agent.example/', 'en', memory);
    for await (const event of api.turn({ turnId: 't', question: 'And?', speech: false })) assert.equal(event.type, 'done');
    const history = [
      { role: 'user', content: 'When?' },
      { role: 'assistant', content: 'At ten.' },
    ];
    assert.deepEqual(JSON.parse(bodies.at(-1).get('history')), history);
    assert.deepEqual(api.beginning, { memory: 'page', history });
    assert.deepEqual([api.resumes, new Api('https://agent.example/', 'en').resumes], [false, true]);
    assert.deepEqual(new Api('https://agent.example/', 'en').beginning, {});
  } finally {
    fetching.mock.restore();
  }
});

test('a live turn whose connection broke is asked again under a new id', async () => {
  const { seen, sockets, socket } = await started({ resumes: false });
  socket.tell(transcript(TURN, 'When?'));
  socket.tell(sentence(0));
  const again = await reconnected(sockets);
  const [{ turnId, text }] = again.of('question');
  assert.equal(text, 'When?');
  assert.notEqual(turnId, TURN);
  assert.deepEqual(again.of('resume'), []);
  assert.deepEqual(seen.lines[0].sentences, []);
  assert.equal(seen.lines.length, 1);
});
