import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventStream } from '../../main/webapp/voice-agent/event-stream.js';

const encode = (text) => new TextEncoder().encode(text);

function read(text, pieceLength = Infinity) {
  const stream = new EventStream();
  const bytes = encode(text);
  const events = [];
  for (let i = 0; i < bytes.length; i += pieceLength) events.push(...stream.push(bytes.subarray(i, i + pieceLength)));
  return events.map(({ type, data }) => [type, data]);
}

const TEXT = ': heartbeat\n\nevent: sentence\ndata: {"text":"Grüße 🚲 — ok"}\n\nid: 1\nevent: done\ndata: {}\n\n';
const EVENTS = [['sentence', '{"text":"Grüße 🚲 — ok"}'], ['done', '{}']];

for (const [name, ending] of [['LF', '\n'], ['CR LF', '\r\n'], ['CR', '\r']]) {
  test(`lines that end with ${name} are read the same, cut at any byte`, () => {
    const text = TEXT.replaceAll('\n', ending);
    for (let length = 1; length <= text.length; length++) assert.deepEqual(read(text, length), EVENTS);
  });
}

test('heartbeats and empty events are not events', () => {
  assert.deepEqual(read(': one\n\n:two\n\nevent: sentence\n\n\n'), []);
});

test('several data lines are one text', () => {
  assert.deepEqual(read('data: one\ndata:two\ndata\n\n'), [['message', 'one\ntwo\n']]);
});

test('only one blank after the colon is left out', () => {
  assert.deepEqual(read('data:  two blanks\n\n'), [['message', ' two blanks']]);
});

test('the byte order mark is ignored', () => {
  assert.deepEqual(read('\ufeffdata: x\n\n'), [['message', 'x']]);
});

test('an event that was not finished is not an event', () => {
  assert.deepEqual(read('event: done\ndata: {}\n'), []);
});

test('the last event id is kept until it changes', () => {
  const stream = new EventStream();
  const events = stream.push(encode('id: 0.1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n'));
  assert.deepEqual(events.map((event) => event.lastEventId), ['0.1', '0.1', '']);
});
