import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webAddress } from '../../main/webapp/voice-agent/line.js';
import { newTurnId } from '../../main/webapp/voice-agent/turn-id.js';

const ROOT = 'https://shop.example/app/';

test('sources lead to web pages only, relative ones into the web application', () => {
  assert.equal(webAddress('help/opening-hours', ROOT), 'https://shop.example/app/help/opening-hours');
  assert.equal(webAddress('https://example.org/x', ROOT), 'https://example.org/x');
  for (const url of ['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'mailto:a@b.example', 'http://[', '', null]) {
    assert.equal(webAddress(url, ROOT), null, url);
  }
});

test('a turnId is a random UUID', () => {
  assert.match(newTurnId(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(newTurnId(), newTurnId());
});
