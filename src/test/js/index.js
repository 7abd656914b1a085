/** Runs every test when this folder itself is named: `node --test src/test/js/` (newer versions of Node take files only). */
import { readdir } from 'node:fs/promises';

for (const file of (await readdir(import.meta.dirname)).sort()) {
  if (file.endsWith('.test.js')) await import(`./${file}`);
}
