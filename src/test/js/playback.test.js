import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Playback } from '../../main/webapp/voice-agent/playback.js';

/** A context in which every gain is at once what it is set to, and what leads where is known. */
class FakeContext {
  state = 'running';
  sampleRate = 16000;
  currentTime = 0;
  destination = { gain: { value: 1 } };
  sources = [];
  createGain() {
    const gain = { value: 1, setTargetAtTime: (value) => (gain.value = value) };
    return this.#node({ gain });
  }
  createBuffer() {
    return { copyToChannel() {} };
  }
  createBufferSource() {
    const source = this.#node({ gain: { value: 1 }, start() {}, stop() {} });
    this.sources.push(source);
    return source;
  }
  async close() {}
  #node(node) {
    return Object.assign(node, { connect: (to) => (node.to = to), disconnect: () => (node.to = null) });
  }
  /** How loud what was scheduled last arrives. */
  get loudness() {
    let loudness = 1;
    for (let node = this.sources.at(-1); node !== this.destination; node = node.to) {
      if (!node) return 0;
      loudness *= node.gain.value;
    }
    return loudness;
  }
}

function playing() {
  globalThis.AudioContext = FakeContext;
  const playback = new Playback();
  const context = playback.unlock();
  return { playback, context, say: () => playback.schedule(new Float32Array(100)) };
}

test('the volume is that of all that is said, from before the first sound on', () => {
  const { playback, context, say } = playing();
  playback.volume = 0.5;
  say();
  assert.equal(context.loudness, 0.25);
  playback.volume = 0.2;
  assert.ok(Math.abs(context.loudness - 0.04) < 1e-9);
  playback.stop();
  assert.equal(context.loudness, 0, 'silence, at once');
  say();
  assert.ok(Math.abs(context.loudness - 0.04) < 1e-9, 'the next answer too');
});

test('who is spoken over falls low from whatever volume, and comes back to it', () => {
  const { playback, context, say } = playing();
  playback.volume = 0.5;
  say();
  playback.hush(true);
  assert.ok(Math.abs(context.loudness - 0.25 * 0.05) < 1e-9);
  playback.volume = 1;
  assert.ok(Math.abs(context.loudness - 0.05) < 1e-9);
  playback.hush(false);
  assert.equal(context.loudness, 1);
});
