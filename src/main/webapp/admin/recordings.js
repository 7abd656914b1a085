/** The recordings of a conversation, as far as its visitor has agreed to them. */
import { address, read } from './api.js';
import { element } from './dom.js';

const SIDES = { utterance: 'The visitor', speech: 'The agent' };

/** What is recorded, as `{kept, refusal}`: a store that does not answer takes nothing from the page but them. */
export async function recordings(reference) {
  try {
    return { kept: await read(`recordings/${encodeURIComponent(reference)}`), refusal: null };
  } catch (refusal) {
    return { kept: [], refusal: refusal.message };
  }
}

/** Those of a turn, the visitor first; and those of no turn of these, which were only transcribed. */
export const ofTurn = (kept, turnId) => kept.filter((one) => one.turnId === turnId).sort((a, b) => b.side.localeCompare(a.side));
export const ofNone = (kept, turns) => kept.filter((one) => !turns.some(({ turnId }) => turnId === one.turnId));

/** Nothing is fetched before it is played, since each that is played is a row of the audit. */
export function player(reference, { side, file }, of) {
  const name = `${SIDES[side]}, ${of}`;
  const src = address(`recordings/${encodeURIComponent(reference)}/${encodeURIComponent(file)}`);
  return element(
    'figure',
    { class: 'recording' },
    element('figcaption', { class: 'notes' }, SIDES[side]),
    element('audio', { controls: true, preload: 'none', src, 'aria-label': name }),
  );
}
