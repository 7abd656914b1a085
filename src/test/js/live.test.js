import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Live } from '../../main/webapp/voice-agent/live.js';
import { Problem } from '../../main/webapp/voice-agent/problems.js';
import { fakeSockets, settled } from './fake-socket.js';

const SECOND = 1000;

/** A live connection to sockets of the test; `told` is what its observer was told. */
async function opened(session) {
  const { sockets, FakeSocket } = fakeSockets();
  const told = [];
  const asked = [];
  const names = ['onstarted', 'onmessage', 'onbroken', 'onover'];
  const observer = Object.fromEntries(names.map((name) => [name, (value) => told.push([name, value])]));
  const mint = async (lost) => {
    asked.push(lost);
    return session ? session(lost) : `id-${asked.filter(Boolean).length + 1}`;
  };
  const live = new Live({ url: 'wss://agent.example/live', session: mint, WebSocket: FakeSocket }, observer);
  live.open();
  await settled();
  return { live, sockets, told, asked };
}

const names = (told) => told.map(([name]) => name);

/** Lets time pass in small steps, with everything that happens in it. */
async function pass(ms, step = 250) {
  for (let at = 0; at < ms; at += step) {
    mock.timers.tick(step);
    await settled();
  }
}

function withTime(name, body) {
  test(name, async () => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    try {
      await body();
    } finally {
      mock.timers.reset();
    }
  });
}

withTime('it begins with the session, and nothing is sent before the server listens', async () => {
  const { live, sockets, told } = await opened();
  const [socket] = sockets;
  assert.equal(socket.url, 'wss://agent.example/live');
  assert.equal(live.send({ type: 'interrupt' }), false);
  live.hear(new ArrayBuffer(640));
  socket.onopen();
  assert.deepEqual(socket.sent, [{ type: 'start', sessionId: 'id-1' }]);
  socket.tell({ type: 'started', rate: 16000 });
  assert.deepEqual(told, [['onstarted', false]]);
  live.hear(new ArrayBuffer(640));
  assert.equal(live.send({ type: 'interrupt' }), true);
  assert.equal(socket.sent[1].byteLength, 640);
  assert.deepEqual(socket.sent[2], { type: 'interrupt' });
});

withTime('after a break it comes back to the same address, with the same session', async () => {
  const { live, sockets, told } = await opened();
  sockets[0].start();
  sockets[0].end();
  assert.equal(live.started, false);
  await pass(250);
  assert.equal(sockets.length, 2);
  assert.equal(sockets[1].url, sockets[0].url);
  sockets[1].start();
  assert.deepEqual(sockets[1].sent, [{ type: 'start', sessionId: 'id-1' }]);
  assert.deepEqual(names(told), ['onstarted', 'onbroken', 'onstarted']);
});

withTime('the pauses grow, and after about 20 seconds it gives up', async () => {
  const { sockets, told } = await opened();
  sockets[0].start();
  sockets[0].end();
  const began = Date.now();
  const times = [];
  while (names(told).at(-1) !== 'onover') {
    const before = sockets.length;
    await pass(250);
    if (sockets.length > before) {
      times.push(Date.now() - began);
      sockets.at(-1).end();
    }
  }
  assert.deepEqual(times.slice(0, 5), [250, 750, 1750, 3750, 6750]);
  assert.ok(Date.now() - began > 15 * SECOND && Date.now() - began <= 20 * SECOND);
  assert.equal(told.at(-1)[1].kind, 'live-lost');
  await pass(30 * SECOND);
  assert.equal(sockets.length, times.length + 1);
});

withTime('who was never connected is told within five seconds', async () => {
  const { sockets, told } = await opened();
  for (let at = 0; at < 5 * SECOND; at += 250) {
    if (!sockets.at(-1).closed && sockets.at(-1).onclose) sockets.at(-1).end();
    await pass(250);
  }
  assert.deepEqual(names(told), ['onover']);
});

withTime('a server that does not answer is left', async () => {
  const { sockets } = await opened();
  sockets[0].onopen();
  await pass(5 * SECOND);
  assert.equal(sockets[0].closed, true);
});

withTime('a connection that takes no sound any more is left', async () => {
  const { live, sockets, told } = await opened();
  sockets[0].start();
  sockets[0].bufferedAmount = 200_000;
  live.hear(new ArrayBuffer(640));
  assert.equal(sockets[0].closed, true);
  assert.deepEqual(names(told), ['onstarted', 'onbroken']);
});

withTime('1013: busy, and not tried again', async () => {
  const { sockets, told } = await opened();
  sockets[0].onopen();
  sockets[0].end(1013);
  await pass(30 * SECOND);
  assert.equal(sockets.length, 1);
  assert.equal(told[0][1].kind, 'live-busy');
});

const UNKNOWN = { type: 'error', problem: { type: '/problems/session-not-found', status: 404 } };

withTime('4401 for want of consent: over, and the session stays', async () => {
  const { sockets, told, asked } = await opened();
  sockets[0].onopen();
  sockets[0].tell({ type: 'error', problem: { type: '/problems/consent-required', status: 403 } });
  sockets[0].end(4401);
  await pass(30 * SECOND);
  assert.deepEqual([asked, sockets.length, told.at(-1)[1].kind], [[undefined], 1, 'consent-required']);
});

withTime('4401: a new session is asked for once', async () => {
  const { sockets, told, asked } = await opened();
  sockets[0].onopen();
  sockets[0].tell(UNKNOWN);
  sockets[0].end(4401);
  await settled();
  assert.deepEqual(asked, [undefined, 'id-1']);
  sockets[1].onopen();
  assert.deepEqual(sockets[1].sent, [{ type: 'start', sessionId: 'id-2' }]);
  sockets[1].tell(UNKNOWN);
  sockets[1].end(4401);
  await pass(30 * SECOND);
  assert.equal(sockets.length, 2);
  assert.deepEqual(names(told), ['onover']);
  assert.equal(told[0][1].kind, 'session-not-found');
});

withTime('4401 of a server that cannot tell: the session is kept, and asked for again', async () => {
  const { sockets, asked } = await opened();
  sockets[0].onopen();
  sockets[0].tell({ type: 'error', problem: { type: '/problems/session-out-of-sight', status: 503 } });
  sockets[0].end(4401);
  await pass(250);
  assert.deepEqual(asked, [undefined, undefined]);
});

withTime('a session that expires while it listens is replaced', async () => {
  const { sockets, told } = await opened();
  sockets[0].start();
  sockets[0].tell({ ...UNKNOWN, turnId: 't' });
  await settled();
  sockets[1].start();
  assert.equal(sockets[0].closed, true);
  assert.equal(sockets[1].sent[0].sessionId, 'id-2');
  assert.deepEqual(told, [['onstarted', false], ['onstarted', true]]);
});

withTime('a session that is refused ends it at once', async () => {
  const { sockets, told } = await opened(() => {
    throw new Problem({ status: 429 });
  });
  assert.equal(sockets.length, 0);
  assert.equal(told[0][1].status, 429);
});

withTime('closing ends everything', async () => {
  const { live, sockets, told } = await opened();
  sockets[0].start();
  live.close();
  await pass(30 * SECOND);
  assert.equal(sockets[0].closed, true);
  assert.equal(sockets.length, 1);
  assert.deepEqual(names(told), ['onstarted']);
});
