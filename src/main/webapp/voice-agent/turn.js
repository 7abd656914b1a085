import { retryDelay } from './problems.js';

/**
 * One turn: from a question, or from an utterance that has to be understood first, to the complete answer. Yields what
 * happens as `{type, ...}`: `transcript`, `sentence`, `done`; and `waiting` while a busy server asked for patience.
 * Another way over the wire, one call for the whole turn or a socket, has to yield the same.
 *
 * `turn` is `{turnId, question, confidence?}` or `{turnId, utterance}`; it learns its question on the way, so that the
 * same object can be run again after a problem without asking the visitor to repeat anything.
 */
export async function* runTurn(api, turn, signal) {
  if (turn.question === undefined) {
    const heard = yield* patiently(async function* () {
      return await api.transcribe(turn.utterance, signal);
    }, signal);
    turn.question = heard.text;
    turn.confidence = heard.confidence;
    turn.utterance = undefined;
    yield { type: 'transcript', text: heard.text };
  }
  yield* patiently(() => api.chat(body(turn), signal), signal);
}

function body({ question, turnId, confidence }) {
  return confidence === undefined || confidence === null ? { question, turnId } : { question, turnId, confidence };
}

/**
 * Runs `attempt` again where the problem allows it. The same turnId goes with it: a server that has begun the turn
 * already repeats its sentences, and whoever listens knows them by their index.
 */
async function* patiently(attempt, signal) {
  for (let tried = 0; ; tried++) {
    try {
      return yield* attempt();
    } catch (problem) {
      const delay = problem.name === 'Problem' ? retryDelay(problem, tried) : null;
      if (delay === null) throw problem;
      yield { type: 'waiting', ms: delay };
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
