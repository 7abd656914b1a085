import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Api } from '../../main/webapp/voice-agent/api.js';

test('a live conversation is connected to the agent itself, as safely as the page', () => {
  const address = (root) => new Api(root, 'en').liveUrl;
  assert.equal(address('https://agent.example/shop/'), 'wss://agent.example/shop/api/voice-agent/live');
  assert.equal(address('http://localhost:8080/'), 'ws://localhost:8080/api/voice-agent/live');
});

test('a session that the server does not know is replaced, and the visitor is told', async () => {
  let minted = 0;
  const fetching = mock.method(globalThis, 'fetch', async () => Response.json({ sessionId: `id-${++minted}` }, { status: 201 }));
  try {
    const api = new Api('https://agent.example/', 'en');
    let renewed = 0;
    api.onrenewed = () => renewed++;
    assert.deepEqual([await api.session(), await api.session(), await api.session('id-1')], ['id-1', 'id-1', 'id-2']);
    assert.equal(renewed, 1);
  } finally {
    fetching.mock.restore();
  }
});
