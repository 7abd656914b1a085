import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fetched, fetchedNote, last } from '../../main/webapp/admin/fetching.js';

const words = (state) => last(state, (time) => `<${time}>`).join('');

test('tells when the pages were fetched', () => {
  assert.equal(words({ running: false }), 'The pages have not been fetched yet.');
  assert.equal(words({ running: true }), 'The pages are being fetched for the first time.');
  assert.equal(words({ running: true, begunAt: 'a', endedAt: 'b' }), 'The pages are being fetched, since <a>.');
  assert.equal(words({ running: false, begunAt: 'a', endedAt: 'b' }), 'Last fetched on <b>. Pages that fail stay as they were.');
  assert.equal(words({ running: false, begunAt: 'a' }), 'Begun on <a>, and not ended.');
});

test('tells what has come of fetching', () => {
  const report = { changed: 1200, unchanged: 2, removed: 0, failed: 3 };
  assert.equal(fetchedNote({ running: false, report }), 'The pages were fetched: 1,200 new or changed, 2 unchanged, 0 removed, 3 failed.');
  assert.equal(fetchedNote({ running: true, report }), 'The pages are still being fetched; look again later.');
});

test('looks until nothing is fetched any more', async () => {
  const states = [{ running: true, pages: 1 }, { running: false, pages: 2 }];
  assert.equal((await fetched({ running: true, pages: 0 }, async () => states.shift(), 0)).pages, 2);
  assert.equal((await fetched({ running: false, pages: 7 }, async () => assert.fail('nobody waits'), 0)).pages, 7);
});
