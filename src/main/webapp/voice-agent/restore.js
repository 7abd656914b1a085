import { Problem } from './problems.js';
import { pause } from './turn.js';

const TRIES = 6;
const PAUSE_SECONDS = 3;

/**
 * Fetches what was said before a refresh, and what was agreed to, and tells it by `onsession`. While the server cannot tell (503, or no connection)
 * the session may still be there: its id is kept, and the server is asked again a few times.
 */
export async function restoreConversation(api, onsession, signal) {
  if (!api.hasSession) return;
  for (let tried = 1; tried <= TRIES; tried++) {
    try {
      const session = await api.restore(signal);
      if (session) onsession(session);
      return;
    } catch (problem) {
      const temporary = problem instanceof Problem && (problem.status === 503 || problem.status === 0);
      if (signal.aborted || !temporary || problem.kind === 'agent-disabled') return;
      await pause((problem.retryAfter ?? PAUSE_SECONDS * tried) * 1000, signal).catch(() => {});
    }
  }
}
