import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOLD_MS, Holding } from '../../main/webapp/voice-agent/holding.js';

function pressed(by, at = 0) {
  const holding = new Holding();
  holding.down(by, at);
  return holding;
}

test('a short press of a pointer toggles once, by its click', () => {
  const holding = pressed('pointer');
  assert.equal(holding.lasts(HOLD_MS - 1), null);
  assert.equal(holding.up('pointer', HOLD_MS - 1), null);
  assert.equal(holding.click(true, HOLD_MS), 'toggle');
});

test('a held press listens until it is let go, and its click says nothing more', () => {
  const holding = pressed('pointer');
  assert.equal(holding.lasts(HOLD_MS), 'hold');
  assert.equal(holding.lasts(HOLD_MS + 1), null, 'once only');
  assert.equal(holding.up('pointer', 3000), 'release');
  assert.equal(holding.click(true, 3001), null);
  holding.down('pointer', 3100);
  holding.up('pointer', 3150);
  assert.equal(holding.click(true, 3151), 'toggle', 'the next press is another one');
});

for (const key of [' ', 'Enter']) {
  test(`a key, ${JSON.stringify(key)}, toggles when it is let go soon, and holds else; its repeating changes nothing`, () => {
    const short = pressed(key);
    assert.equal(short.up(key, 80), 'toggle');
    const long = pressed(key);
    for (let at = 30; at < HOLD_MS; at += 30) {
      long.down(key, at);
      assert.equal(long.lasts(at), null);
    }
    assert.equal(long.lasts(HOLD_MS), 'hold');
    long.down(key, HOLD_MS + 30);
    assert.equal(long.lasts(2 * HOLD_MS + 30), null);
    assert.equal(long.up(key, 2000), 'release');
  });
}

test('the click of a screen reader or of voice control toggles at any time', () => {
  const holding = new Holding();
  assert.equal(holding.click(false, 0), 'toggle');
  holding.down('pointer', 1000);
  holding.lasts(2000);
  holding.up('pointer', 2000);
  assert.equal(holding.click(false, 2001), 'toggle');
});

test('lost focus, a window left, a pointer taken away: what was held is let go, what was not is forgotten', () => {
  const held = pressed('pointer');
  held.lasts(HOLD_MS);
  assert.equal(held.cut(900), 'release');
  assert.equal(held.up('pointer', 950), null);
  assert.equal(held.click(true, 951), null);
  const short = pressed(' ');
  assert.equal(short.cut(100), null);
  assert.equal(short.up(' ', 120), null);
  assert.equal(new Holding().cut(0), null);
});

test('a focus lost before anything was pressed swallows no click', () => {
  const holding = new Holding();
  holding.cut(1000);
  assert.equal(holding.click(true, 1001), 'toggle');
});

test('what presses first is what counts', () => {
  const holding = pressed('pointer');
  holding.down(' ', 100);
  assert.equal(holding.up(' ', 200), null);
  assert.equal(holding.lasts(HOLD_MS), 'hold');
  assert.equal(holding.up('Enter', 500), null);
  assert.equal(holding.up('pointer', 600), 'release');
});

test('a long touch that may not listen at once toggles when it ends, with or without a click', () => {
  const holding = pressed('pointer');
  assert.equal(holding.lasts(HOLD_MS, false), null);
  assert.equal(holding.up('pointer', 800), 'toggle');
  assert.equal(holding.click(true, 801), null);
});
