import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { Api } from '../../main/webapp/voice-agent/api.js';
import { renew, runTurn } from '../../main/webapp/voice-agent/turn.js';

const closing = [];
after(() => closing.forEach((close) => close()));

/** A server that answers each call by `routes["METHOD path"](request, response, body)` and keeps what it was asked. */
async function serve(routes, token) {
  const calls = [];
  let minted = 0;
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const call = `${request.method} ${request.url.replace('/shop/api/voice-agent/', '')}`;
    calls.push({ call, authorization: request.headers.authorization, body: Buffer.concat(chunks).toString() });
    if (call === 'POST sessions' && !(call in routes)) return json(response, 201, { sessionId: `id-${++minted}`, expiresIn: 3600 });
    return routes[call](request, response, calls.at(-1));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => (server.closeAllConnections(), server.close()));
  return { calls, api: new Api(`http://127.0.0.1:${server.address().port}/shop/`, 'en', null, token) };
}

function json(response, status, body, headers = {}) {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

const problem = (response, status, kind, headers) => json(response, status, { type: `/problems/${kind}`, status, title: 'x' }, headers);

const event = (type, data) => `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
const sentence = (index) => event('sentence', { index, text: `Sentence ${index} – ü.` });
const ASKED = { question: 'q', turnId: 't', speech: false };
const DONE = event('done', { turnId: 't', response: 'all', sources: [] });

/** A field of a multipart body. */
function field(body, name) {
  return new RegExp(`name="${name}".*?\r\n\r\n(.*?)\r\n--`, 's').exec(body)?.[1];
}

async function collect(events) {
  const all = [];
  for await (const each of events) all.push(each);
  return all;
}

test('the session is minted when it is needed, once for calls at the same time, and sent as a Bearer token', async () => {
  const { api, calls } = await serve({ 'POST turns': (_, response) => response.writeHead(200).end(DONE) });
  assert.equal(api.hasSession, false);
  await Promise.all([collect(api.turn(ASKED)), collect(api.turn(ASKED))]);
  assert.deepEqual(calls.map(({ call, authorization }) => [call, authorization]), [
    ['POST sessions', undefined],
    ['POST turns', 'Bearer id-1'],
    ['POST turns', 'Bearer id-1'],
  ]);
  assert.equal(calls[0].body, '{"language":"en"}');
});

test('a new session says who the visitor is, as the page knows it then, and tells what it begins with', async () => {
  const minted = (_, response) => json(response, 201, { sessionId: 'id', expiresIn: 3600, preferences: { speed: 1.25 } });
  let token = 'early';
  const { api, calls } = await serve({ 'POST sessions': minted, 'POST turns': (_, response) => response.writeHead(200).end(DONE) }, () => token);
  let begun;
  api.onbegun = (preferences) => (begun = preferences);
  token = 'x.y.z';
  await collect(api.turn(ASKED));
  assert.deepEqual(JSON.parse(calls[0].body), { language: 'en', visitorToken: 'x.y.z' });
  assert.deepEqual(begun, { speed: 1.25 });
});

test('a token that the server does not take is left out, and another problem is none of the token', async () => {
  const minted = (status, kind) => (_, response, { body }) =>
    JSON.parse(body).visitorToken ? problem(response, status, kind) : json(response, 201, { sessionId: 'id', expiresIn: 3600 });
  const turns = (_, response) => response.writeHead(200).end(DONE);
  const old = await serve({ 'POST sessions': minted(422, 'invalid-field'), 'POST turns': turns }, () => 'old');
  assert.equal((await collect(old.api.turn(ASKED))).length, 1);
  assert.deepEqual(old.calls.map(({ call }) => call), ['POST sessions', 'POST sessions', 'POST turns']);
  const busy = await serve({ 'POST sessions': minted(429, 'rate-limit'), 'POST turns': turns }, () => 'fine');
  await assert.rejects(collect(busy.api.turn(ASKED)), { kind: 'rate-limit' });
  assert.equal(busy.calls.length, 1);
});

test('a lost session is replaced once, and the call goes on', async () => {
  const { api, calls } = await serve({
    'POST turns': (_, response, { authorization }) =>
      authorization === 'Bearer id-1' ? problem(response, 404, 'session-not-found') : response.writeHead(200).end(DONE),
  });
  let renewed = 0;
  api.onrenewed = () => renewed++;
  assert.equal((await collect(api.turn(ASKED))).length, 1);
  assert.equal(renewed, 1);
  assert.equal(calls.filter(({ call }) => call === 'POST sessions').length, 2);
});

test('a server that knows no session at all is not asked for ever', async () => {
  const { api, calls } = await serve({ 'POST turns': (_, response) => problem(response, 404, 'session-not-found') });
  await assert.rejects(collect(api.turn(ASKED)), { kind: 'session-not-found' });
  assert.equal(calls.length, 4);
});

test('the session survives a server in doubt', async () => {
  const { api } = await serve({
    'PUT sessions/current/preferences': (_, response) => response.writeHead(204).end(),
    'POST turns': (_, response) => response.writeHead(200).end(DONE),
    'GET sessions/current': (_, response) => problem(response, 503, 'in-doubt', { 'Retry-After': '5' }),
  });
  await collect(api.turn(ASKED));
  await assert.rejects(api.restore(), { status: 503, retryAfter: 5 });
  assert.equal(api.hasSession, true);
});

test('a server that is switched off is told at once', async () => {
  const { api } = await serve({ 'GET config': (_, response) => problem(response, 503, 'agent-disabled') });
  let disabled = 0;
  api.ondisabled = () => disabled++;
  await assert.rejects(api.config(), { kind: 'agent-disabled' });
  assert.equal(disabled, 1);
});

test('an answer arrives event by event, cut at any byte', async () => {
  const { api } = await serve({
    'POST turns': async (_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      for (const byte of Buffer.from(`: hi\n\n${sentence(0)}${sentence(1)}${DONE}`)) {
        response.write(Uint8Array.of(byte));
        await new Promise(setImmediate);
      }
      response.end();
    },
  });
  const events = await collect(api.turn(ASKED));
  assert.deepEqual(events.map(({ type }) => type), ['sentence', 'sentence', 'done']);
  assert.equal(events[1].text, 'Sentence 1 – ü.');
});

test('an error event is the problem, and not tried again', async () => {
  const { api, calls } = await serve({
    'POST turns': (_, response) => response.writeHead(200).end(sentence(0) + event('error', { type: '/problems/upstream', status: 502 })),
  });
  await assert.rejects(collect(runTurn(api, { ...ASKED })), { kind: 'upstream', status: 502, streamed: true });
  assert.equal(calls.filter(({ call }) => call === 'POST turns').length, 1);
});

test('a cut answer goes on after the last event that had an id', async () => {
  const { api, calls } = await serve({
    'POST turns': (_, response) => response.writeHead(200).end('id: 1.0\n' + sentence(0)),
    'GET turns/t/events?speech=false': (request, response) => {
      assert.equal(request.headers['last-event-id'], '1.0');
      response.writeHead(200).end(sentence(1) + DONE);
    },
  });
  const events = await collect(runTurn(api, { ...ASKED }));
  assert.deepEqual(
    events.map(({ type }) => type),
    ['begun', 'sentence', 'reconnecting', 'begun', 'sentence', 'done'],
  );
  assert.equal(calls.at(-1).authorization, 'Bearer id-1');
});

test('a busy server is given the time it asks for, and the utterance goes with every try', async () => {
  let times = 0;
  const { api, calls } = await serve({
    'POST turns': (_, response) =>
      times++ === 0
        ? problem(response, 503, 'busy', { 'Retry-After': '0' })
        : response.writeHead(200).end(event('transcript', { text: 'hello' }) + DONE),
  });
  const turn = { turnId: 't', utterance: new TextEncoder().encode('RIFF'), speech: true };
  const events = await collect(runTurn(api, turn));
  assert.deepEqual(events.map(({ type }) => type), ['begun', 'waiting', 'begun', 'transcript', 'done']);
  assert.equal(turn.question, 'hello');
  for (const { body } of calls.filter(({ call }) => call === 'POST turns')) {
    assert.equal(field(body, 'audio'), 'RIFF');
    assert.equal(field(body, 'speech'), 'true');
    assert.equal(field(body, 'question'), undefined);
  }
});

test('a turn that failed after it was understood is asked anew in words', () => {
  const turn = { turnId: 't', utterance: new Uint8Array(2), question: 'hello' };
  renew(turn);
  assert.notEqual(turn.turnId, 't');
  assert.equal(turn.utterance, undefined);
  const unheard = { turnId: 't', utterance: new Uint8Array(2) };
  renew(unheard);
  assert.equal(unheard.utterance.length, 2);
});

test('aborting ends the answer at once', async () => {
  let closed;
  const gone = new Promise((resolve) => (closed = resolve));
  const { api } = await serve({
    'POST turns': (_, response) => {
      response.on('close', closed);
      response.writeHead(200).write(sentence(0));
    },
  });
  const controller = new AbortController();
  await assert.rejects(
    async () => {
      for await (const each of api.turn(ASKED, controller.signal)) if (each.index === 0) controller.abort();
    },
    { name: 'AbortError' },
  );
  await gone;
});

test('a server that cannot be reached is a problem of its own', async () => {
  await assert.rejects(new Api('http://127.0.0.1:9/', 'en').config(), { kind: 'unreachable' });
});

test('an answer that is no JSON is a problem, not a crash', async () => {
  const { api } = await serve({ 'GET config': (_, response) => response.end('<html>') });
  await assert.rejects(api.config(), { name: 'Problem', status: 502 });
});

test('what was heard is told as long as the turn goes on', async () => {
  const { api, calls } = await serve({
    'POST turns': (_, response) => response.writeHead(200).end(sentence(0) + DONE),
    'POST turns/t/heard': (_, response) => response.writeHead(204).end(),
  });
  const turn = { ...ASKED };
  for await (const { type } of runTurn(api, turn)) {
    if (type === 'sentence') await api.heard(turn, 0);
  }
  await api.heard(turn, 1);
  const told = calls.filter(({ call }) => call === 'POST turns/t/heard').map(({ body }) => JSON.parse(body));
  assert.deepEqual(told, [{ through: 0 }]);
});

test('a choice is kept for the session to come, then told with all the others, since they replace what was chosen', async () => {
  const { api, calls } = await serve({
    'PUT sessions/current/preferences': (_, response) => response.writeHead(204).end(),
    'POST turns': (_, response) => response.writeHead(200).end(DONE),
  });
  api.preferences.captions = true;
  await api.prefer({ speed: 1.25 });
  assert.equal(calls.length, 0);
  await collect(api.turn(ASKED));
  assert.deepEqual(JSON.parse(calls[0].body), { language: 'en', captions: true, speed: 1.25 });
  await api.prefer({ captions: false });
  assert.deepEqual(JSON.parse(calls.at(-1).body), { language: 'en', captions: false, speed: 1.25 });
});

test('an answer is rated in its own session; whoever fails hears of it', async () => {
  const { api, calls } = await serve({
    'POST turns': (_, response) => response.writeHead(200).end(DONE),
    'POST turns/t/feedback': (_, response) => response.writeHead(204).end(),
    'POST turns/gone/feedback': (_, response) => problem(response, 404, 'turn-not-found'),
  });
  await collect(api.turn(ASKED));
  await api.rate('t', 'none');
  assert.deepEqual([calls.at(-1).authorization, calls.at(-1).body], ['Bearer id-1', '{"rating":"none"}']);
  await assert.rejects(api.rate('gone', 'up'), { kind: 'turn-not-found' });
});

test('speech arrives as it is made', async () => {
  const { api, calls } = await serve({
    'POST speak': async (_, response) => {
      response.writeHead(200, { 'Content-Type': 'audio/wav' });
      response.write(Uint8Array.of(1, 2));
      await new Promise((resolve) => setTimeout(resolve, 20));
      response.end(Uint8Array.of(3));
    },
  });
  const pieces = await collect(await api.speak('All.'));
  assert.ok(pieces.length > 1);
  assert.deepEqual(pieces.flatMap((piece) => [...piece]), [1, 2, 3]);
  assert.equal(calls.at(-1).body, '{"text":"All."}');
});
