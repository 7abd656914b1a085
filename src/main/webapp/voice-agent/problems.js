import { wait } from './wait.js';

/**
 * What can go wrong, as a Problem (RFC 9457), and what follows from it: the sentence the visitor reads (a key of
 * texts-en.js) and whether trying again makes sense. The server's own title and detail are never shown.
 */
/** Of these the sentence is called like the problem: `noSpeech` for `no-speech`. */
const BY_NAME = /^(consent-required|no-speech|unreachable|outdated|cut|timeout|microphone-.+)$/;
const TEXT_BY_TYPE = {
  'agent-disabled': 'disabled',
  'session-not-found': 'sessionLost',
  'duration-exceeded': 'tooLongSpoken',
  'budget-spent': 'closed',
  'session-budget-spent': 'conversationSpent',
  'voice-budget-spent': 'textOnly',
  'session-out-of-sight': 'outOfSight',
  'memory-unavailable': 'sortingOut',
  leaving: 'sortingOut',
  'live-lost': 'handsFreeLost',
  'live-blocked': 'handsFreeBlocked',
  'live-busy': 'handsFreeBusy',
};

const TEXT_BY_STATUS = { 400: 'notAccepted', 413: 'tooLongSpoken', 422: 'notAccepted', 429: 'tooMany', 503: 'busy' };

const ONCE = 1;
const TWICE = 2;
const LONGEST_WAIT_SECONDS = 10;
const LONGEST_OFFER_SECONDS = 30; // beyond this "Try again" would only make the visitor wait

export class Problem extends Error {
  /** `retryAfter` in seconds, if the server named it; `streamed` when it came as an event of a running turn. */
  constructor({ type = 'about:blank', title = '', status = 0, detail, instance } = {}, { retryAfter, streamed = false } = {}) {
    super(title || type);
    this.name = 'Problem';
    Object.assign(this, { type, title, status, detail, instance, retryAfter, streamed });
  }

  /** Also one that was made by the file that comes later, which has a class of its own. */
  static [Symbol.hasInstance](error) {
    return error?.name === 'Problem';
  }

  /** The last part of the type: `no-speech` for `/problems/no-speech`. */
  get kind() {
    return String(this.type).split(/[/#]/).pop();
  }

  /** A problem that arose on this side of the wire. */
  static local(kind) {
    return new Problem({ type: `/problems/${kind}`, title: kind });
  }
}

/** What was thrown, as a problem; what nobody expected is reported to the console too, and is one of this `kind`. */
export function problemOf(error, kind = 'failed') {
  if (error instanceof Problem) return error;
  reportError(error);
  return Problem.local(kind);
}

/** What to tell the visitor: the key of a sentence, the values in it, and whether "Try again" can be promised. */
export function noticeFor(problem) {
  const seconds = problem.retryAfter ?? 0;
  const later = seconds > LONGEST_OFFER_SECONDS;
  const local = ['agent-disabled', 'outdated'].includes(problem.kind) || problem.kind.startsWith('microphone-');
  const passing = problem.kind === 'consent-required' || problem.status === 0 || problem.status === 429 || problem.status >= 500;
  const key = seconds > 0 && problem.status === 429 ? 'tooManyLater' : textKey(problem);
  return { key, values: { wait: wait(seconds) }, repeatable: passing && !later && !local };
}

function textKey(problem) {
  const { kind, status } = problem;
  if (BY_NAME.test(kind)) return kind.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  return TEXT_BY_TYPE[kind] ?? TEXT_BY_STATUS[status] ?? 'failed';
}

/** Milliseconds until it is worth trying again without asking the visitor, or null. `tried` counts earlier retries. */
export function retryDelay(problem, tried) {
  if (['agent-disabled', 'session-out-of-sight'].includes(problem.kind) || problem.streamed) return null;
  if (problem.kind === 'unreachable' || problem.kind === 'cut') return tried < ONCE ? 1000 : null;
  if (problem.status !== 503 || problem.retryAfter === undefined) return null;
  return tried < TWICE && problem.retryAfter <= LONGEST_WAIT_SECONDS ? Math.max(250, problem.retryAfter * 1000) : null;
}

/** Does the server do less than its configuration said when it was last asked? */
export function mayOfferLess(problem) {
  return problem.status === 503 && problem.kind !== 'agent-disabled';
}

/** Is it the connection that failed, and not the turn? Only then may the same turnId be sent again. */
export function brokeOff(problem) {
  return !problem.streamed && ['unreachable', 'cut', 'timeout'].includes(problem.kind);
}

/** Seconds from a Retry-After header, a number or a date; undefined without one. */
export function retryAfterSeconds(header, now = Date.now()) {
  if (!header) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}
