import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Frames, readSpeech } from '../../main/webapp/voice-agent/live-frames.js';
import { speech } from './fake-socket.js';

const TURN = '0f8fad5b-d9cb-469f-a165-70867728950e';

test('what the microphone hears goes up in frames of 20 ms, 16 bits, little endian', () => {
  const frames = new Frames(16000);
  assert.deepEqual(frames.push(new Float32Array(300)), []);
  const two = frames.push(new Float32Array(350).fill(0.5));
  assert.deepEqual(two.map(({ byteLength }) => byteLength), [640, 640]);
  assert.equal(new DataView(two[1]).getInt16(0, true), Math.round(0.5 * 0x7fff));
});

test('a second at 48 kHz is about 50 frames', () => {
  const frames = new Frames(48000);
  let count = 0;
  for (let at = 0; at < 48000; at += 1024) count += frames.push(new Float32Array(1024)).length;
  assert.ok(count >= 49 && count <= 51, String(count));
});

test('samples that are too loud are clipped', () => {
  const [frame] = new Frames(16000).push(new Float32Array(320).fill(-3));
  assert.equal(new DataView(frame).getInt16(0, true), -0x8000);
});

test('a piece of speech tells whose it is', () => {
  const { data, ...told } = readSpeech(speech(TURN, 2, { part: 3, last: true, rate: 24000, samples: 4 }));
  assert.deepEqual(told, { type: 'audio', turnId: TURN, index: 2, part: 3, rate: 24000, last: true });
  assert.equal(data.length, 8);
  assert.equal(readSpeech(speech(TURN, 0, { samples: 0 })).data.length, 0);
});
