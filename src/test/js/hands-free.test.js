import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled, speech } from './fake-socket.js';
import { done, OTHER, sentence, started, transcript, TURN } from './live-stage.js';

test('the microphone is heard all the time, and the server tells the turns, one after another', async () => {
  const { voice, seen, socket } = await started();
  seen.onsamples(new Float32Array(640));
  assert.equal(socket.sent.filter((message) => message.byteLength === 640).length, 2);
  for (const turn of [TURN, OTHER]) {
    socket.tell(transcript(turn));
    socket.tell(sentence(0, turn));
    socket.tell(speech(turn, 0, { last: true }));
    voice.now.observer.onaudible();
    seen.onsamples(new Float32Array(320));
    voice.now.observer.onheard(0);
    socket.tell(done(turn));
    voice.now.end();
    await settled();
  }
  const turn = ['thinking', 'speaking', 'listening'];
  assert.deepEqual(seen.states, ['listening', ...turn, ...turn]);
  assert.deepEqual(seen.lines.map((line) => [line.question, line.sentences, line.outcomes]), [
    ['When?', ['Sentence 0.'], ['done']],
    ['When?', ['Sentence 0.'], ['done']],
  ]);
  assert.equal(socket.sent.filter((message) => message.byteLength === 640).length, 4);
  assert.equal(seen.statuses.at(-1), 'handsFreeListening');
});

test('the visitor interrupts by hand: the first time the answer, then the conversation', async () => {
  const { handsFree, voice, seen, socket } = await started();
  socket.tell(transcript(TURN));
  const silenced = voice.silenced;
  assert.equal(handsFree.interrupt(), true);
  assert.equal(voice.silenced, silenced + 1);
  assert.equal(socket.of('interrupt').length, 1);
  assert.equal(handsFree.on, true);
  assert.equal(handsFree.interrupt(), true);
  assert.equal(handsFree.on, false);
  assert.equal(handsFree.interrupt(), false);
  assert.deepEqual([seen.closed, socket.closed, seen.on, seen.states.at(-1)], [1, true, false, 'idle']);
});

test('until the server has understood, the visitor sees that an utterance was over', async () => {
  const { seen, socket } = await started();
  const loud = (samples, level) => Float32Array.from({ length: samples }, (_, i) => level * Math.sin(i));
  const hear = (seconds, level) => {
    for (let i = 0; i < seconds * 50; i++) seen.onsamples(loud(320, level));
  };
  hear(0.5, 0);
  hear(1, 0.3);
  assert.equal(seen.statuses.at(-1), 'handsFreeListening');
  hear(1.5, 0);
  assert.equal(seen.statuses.at(-1), 'understanding');
  hear(9, 0); // nothing came of it
  assert.equal(seen.statuses.at(-1), 'handsFreeListening');
  socket.tell(transcript(TURN));
  hear(1, 0.3);
  hear(1.5, 0);
  assert.equal(seen.statuses.at(-1), 'answering');
});

test('busy, and a microphone that is taken away: off, with a notice', async () => {
  const busy = await started();
  busy.socket.end(1013);
  assert.deepEqual([busy.seen.notices[0].key, busy.seen.on, busy.seen.closed], ['handsFreeBusy', false, 1]);
  const unplugged = await started();
  unplugged.seen.onended();
  assert.deepEqual([unplugged.seen.notices[0].key, unplugged.socket.closed], ['microphoneMissing', true]);
});

test('a page long out of sight: off, with a notice', async () => {
  const { seen, socket } = await started();
  seen.hidden();
  assert.deepEqual([seen.notices[0].key, socket.closed, seen.closed], ['handsFreeHidden', true, 1]);
});

test('an agent that turns mute finishes its answer, then it is off with the reason', async () => {
  const { handsFree, voice, seen, socket } = await started();
  socket.tell(transcript(TURN));
  voice.mute = 'speechSpent';
  handsFree.check();
  assert.equal(handsFree.on, true);
  socket.tell(done());
  voice.now.end();
  await settled();
  assert.equal(handsFree.on, false);
  assert.equal(seen.notices[0].key, 'speechSpent');
});

test('switched off before the microphone was allowed, it stays off', async () => {
  let allow;
  const { handsFree, seen, sockets } = await started({
    open: (microphone) => new Promise((resolve) => (allow = () => resolve(microphone))),
  });
  handsFree.stop();
  allow();
  await settled();
  assert.equal(handsFree.on, false);
  assert.equal(sockets.length, 0);
  assert.deepEqual([seen.on, seen.closed], [false, 1]);
});

test('leaving the page does not interrupt what the visitor may come back to', async () => {
  const { handsFree, socket } = await started();
  socket.tell(transcript(TURN));
  handsFree.leave();
  assert.deepEqual(socket.of('interrupt'), []);
  assert.equal(socket.closed, true);
});

test('the voice falls low at once when the visitor speaks over it, and comes back when it was nothing', async () => {
  const { voice, seen, socket } = await started();
  socket.tell(transcript(TURN));
  const loud = Float32Array.from({ length: 320 }, (_, i) => 0.3 * Math.sin(i / 3)); // 20 ms
  const quiet = new Float32Array(320);
  const hear = (samples, ms) => {
    for (let heard = 0; heard < ms; heard += 20) seen.onsamples(samples);
  };
  hear(quiet, 200);
  assert.equal(voice.hushed, false);
  hear(loud, 140);
  assert.equal(voice.hushed, false, 'not yet as much as interrupts');
  hear(loud, 20);
  assert.equal(voice.hushed, true);
  hear(quiet, 1000);
  assert.equal(voice.hushed, true, 'a pause between two words');
  hear(quiet, 400);
  assert.equal(voice.hushed, false);
});
