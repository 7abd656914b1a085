import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled, speech } from './fake-socket.js';
import { done, OTHER, reconnected, sentence, started, transcript, TURN } from './live-stage.js';

test('each sentence is reported once it has been played to its end', async () => {
  const { voice, socket } = await started();
  socket.tell(transcript(TURN));
  for (const index of [0, 1]) socket.tell(speech(TURN, index, { last: true }));
  assert.deepEqual(socket.of('heard'), []);
  voice.now.observer.onheard(0);
  assert.deepEqual(socket.of('heard'), [{ type: 'heard', turnId: TURN, through: 0 }]);
  socket.tell(done());
  voice.now.end(); // the clock of the last sentence may be late
  await settled();
  assert.deepEqual(socket.of('heard').map(({ through }) => through), [0, 1]);
});

test('an answer that is only read is reported as it comes', async () => {
  const { voice, socket } = await started();
  socket.tell(transcript(TURN));
  voice.now.off = true;
  socket.tell(speech(TURN, 0, { last: true }));
  assert.deepEqual(socket.of('heard').map(({ through }) => through), [0]);
});

test('who speaks over what is said ends what is no turn of the server\'s, too', async () => {
  const { seen } = await started();
  const loud = Float32Array.from({ length: 320 }, (_, i) => 0.3 * Math.sin(i / 3)); // 20 ms
  for (let i = 0; i < 10; i++) seen.onsamples(new Float32Array(320));
  for (let i = 0; i < 7; i++) seen.onsamples(loud);
  assert.equal(seen.spokenOver, 0, 'not yet as much as interrupts');
  seen.onsamples(loud);
  assert.equal(seen.spokenOver, 1);
});

test('when the server says that the visitor spoke, there is silence before the next task', async () => {
  const { voice, seen, socket } = await started();
  socket.tell(transcript(TURN));
  socket.tell(sentence(0));
  socket.tell(speech(TURN, 0));
  const silenced = voice.silenced;
  socket.tell({ type: 'interrupted', turnId: TURN });
  assert.equal(voice.silenced, silenced + 1);
  assert.equal(voice.now.signal.aborted, true);
  assert.deepEqual(seen.lines[0].outcomes, ['interrupted']);
  assert.equal(seen.states.at(-1), 'listening');
  socket.tell(speech(TURN, 0, { part: 2, last: true }));
  socket.tell(done());
  assert.equal(voice.now.pieces.length, 1);
  assert.deepEqual(seen.lines[0].outcomes, ['interrupted']);
  assert.deepEqual(socket.of('interrupt'), []);
});

test('a typed question goes through the same connection, and interrupts', async () => {
  const { handsFree, seen, socket } = await started();
  socket.tell(transcript(TURN));
  handsFree.ask('And on Sunday?');
  const [{ turnId, text }] = socket.of('question');
  assert.equal(text, 'And on Sunday?');
  assert.deepEqual(seen.lines[0].outcomes, ['interrupted']);
  socket.tell(transcript(OTHER, 'said just before'));
  assert.deepEqual(seen.lines[2].outcomes, ['interrupted']);
  socket.tell({ type: 'interrupted', turnId: OTHER });
  socket.tell(sentence(0, turnId));
  assert.deepEqual(seen.lines[1].sentences, ['Sentence 0.']);
});

test('a new question while the last answer still sounds ends that one', async () => {
  const { voice, seen, socket } = await started();
  socket.tell(transcript(TURN));
  socket.tell(done());
  socket.tell(transcript(OTHER));
  voice.spoken[0].end();
  await settled();
  assert.deepEqual(seen.lines[0].outcomes, ['done', 'interrupted']);
  assert.equal(seen.states.at(-1), 'thinking');
});

test('after a break the turn goes on with the first sentence that did not come to its end', async () => {
  const { voice, seen, sockets, socket } = await started();
  socket.tell(transcript(TURN));
  for (const index of [0, 1]) socket.tell(sentence(index));
  socket.tell(speech(TURN, 0, { last: true }));
  socket.tell(speech(TURN, 1));
  const next = await reconnected(sockets);
  assert.ok(seen.statuses.includes('reconnecting'));
  assert.deepEqual(next.of('resume'), [{ type: 'resume', turnId: TURN, from: 1 }]);
  assert.equal(voice.now.restarts, 1);
  voice.now.observer.onheard(0);
  next.tell(transcript(TURN));
  next.tell(sentence(1));
  assert.equal(seen.lines.length, 1);
  assert.deepEqual(next.of('heard').map(({ through }) => through), [0]);
});

test('what was typed while nobody listened is asked as soon as somebody does', async () => {
  const { handsFree, sockets, socket } = await started();
  socket.end();
  handsFree.ask('When?');
  await new Promise((resolve) => setTimeout(resolve, 300));
  sockets[1].start();
  assert.deepEqual(sockets[1].of('question').map(({ text }) => text), ['When?']);
  assert.deepEqual(sockets[1].of('resume'), []);
});

test('a turn of an expired session is asked again in the new one', async () => {
  const { sockets, socket } = await started();
  socket.tell(transcript(TURN));
  socket.tell({ type: 'error', turnId: TURN, problem: { type: '/problems/session-not-found', status: 404 } });
  await settled();
  sockets[1].start();
  assert.deepEqual(sockets[1].of('question'), [{ type: 'question', turnId: TURN, text: 'When?' }]);
});

test('a turn that failed is told in the same words as elsewhere, and can be tried again', async () => {
  const { seen, socket } = await started();
  socket.tell(transcript(TURN));
  socket.tell({ type: 'error', turnId: TURN, problem: { type: '/problems/upstream-failed', status: 502 } });
  assert.deepEqual(seen.lines[0].outcomes, ['failed']);
  const { key, again } = seen.notices[0];
  assert.equal(key, 'failed');
  again();
  assert.equal(socket.of('question')[0].text, 'When?');
  assert.notEqual(socket.of('question')[0].turnId, TURN);
  assert.equal(seen.states.at(-1), 'thinking');
});

test('what was not understood is told, and nothing else changes', async () => {
  const { seen, socket } = await started();
  socket.tell({ type: 'not-understood' });
  socket.tell({ type: 'something new' });
  assert.equal(seen.statuses.at(-1), 'notUnderstood');
  assert.deepEqual(seen.states, ['listening']);
});
