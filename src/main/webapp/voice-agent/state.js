/**
 * The state of the dialogue, as a table: what can happen, and where it leads.
 * Pure, so that every cell can be tested; the element writes the result into its `state` attribute.
 *
 * press      the microphone button was pressed
 * ask        a typed question was sent
 * utterance  the visitor has finished speaking
 * audible    the first sample of the answer is being played
 * quiet      what was said before the answer has been heard, and the answer does not sound yet
 * done       the answer is complete and has been played
 * interrupt  Escape, the stop button, or the panel was closed
 * fail       the turn ended with a problem
 */
const TABLE = {
  idle: { press: 'listening', ask: 'thinking' },
  listening: { utterance: 'thinking', ask: 'thinking', interrupt: 'idle', fail: 'idle' },
  thinking: { press: 'listening', ask: 'thinking', audible: 'speaking', done: 'idle', interrupt: 'idle', fail: 'idle' },
  speaking: { press: 'listening', ask: 'thinking', quiet: 'thinking', done: 'idle', interrupt: 'idle', fail: 'idle' },
};

export const STATES = Object.freeze(Object.keys(TABLE));

/** The state after `happening`; what cannot matter in a state leaves it as it is. */
export function next(state, happening) {
  const row = TABLE[state];
  if (!row) throw new RangeError(`unknown state ${state}`);
  return row[happening] ?? state;
}
