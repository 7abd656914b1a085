import { brokeOff, Problem, retryDelay } from './problems.js';
import { newTurnId } from './turn-id.js';

/** Waits before each try to come back to a turn that has begun: the server keeps it going for a while. */
const RECONNECTS_MS = [250, 1000, 2000, 3000];
/** So often a turn that the server cannot tell again is asked anew, which costs as much each time. */
const MOST_ANEW = 2;

/**
 * One turn: from a question, or from an utterance that has to be understood first, to the complete answer. Yields what
 * happens as `{type, ...}`: `begun` whenever the server tells it from its beginning, `transcript`, `sentence`, `audio`,
 * `unspoken`, `done`; `waiting` while a busy server asked for patience, `reconnecting` when the connection broke, and `anew` when nothing of what
 * was told counts any more, since the server keeps nothing that it could go on with.
 *
 * `turn` is `{turnId, question, speech}` or `{turnId, utterance, speech}`; it learns its question on the way, and keeps in
 * `stream` how far the server has told it.
 */
export async function* runTurn(api, turn, signal) {
  turn.breaks = 0;
  turn.anew = 0;
  yield* patiently(async function* () {
    yield { type: 'begun' };
    for await (const event of turn.stream ? api.again(turn, signal) : api.turn(turn, signal)) {
      if (event.type === 'transcript') turn.question = event.text;
      turn.breaks = 0;
      turn.over = event.type === 'done';
      yield event;
    }
  }, turn, api, signal);
}

/** Makes a turn that failed a new one, without asking the visitor to repeat what was understood already. */
export function renew(turn) {
  turn.turnId = newTurnId();
  turn.stream = undefined;
  if (turn.question !== undefined) turn.utterance = undefined;
}

/**
 * Runs `attempt` again where the problem allows it. The same turnId goes with it: a server that has begun the turn
 * already goes on with it, and whoever listens knows sentences by their index.
 */
async function* patiently(attempt, turn, { resumes = true }, signal) {
  for (let tried = 0; ; tried++) {
    try {
      return yield* attempt();
    } catch (problem) {
      const broke = turn.stream !== undefined && brokeOff(problem);
      const delay = broke ? RECONNECTS_MS[turn.breaks++] ?? null : problem instanceof Problem ? retryDelay(problem, tried) : null;
      if (delay === null) throw problem;
      yield { type: broke ? 'reconnecting' : 'waiting', ms: delay };
      if (broke && !resumes) {
        if (turn.anew++ === MOST_ANEW) throw problem;
        renew(turn);
        yield { type: 'anew' };
      }
      await pause(delay, signal);
    }
  }
}

/** Waits; an abort ends the wait with the signal's reason. */
export function pause(ms, signal) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
