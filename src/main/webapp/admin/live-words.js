import { count } from './format.js';

const some = (number, one, many) => `${count(number)} ${number === 1 ? one : many}`;

/** What happens now, in words. */
export function figures({ turns, sessions, failed, running }) {
  const now = running > 0 ? `; ${runs(running)}` : '';
  if (turns === 0) return `No question in the last minute${now}`;
  const errors = failed > 0 ? `, ${some(failed, 'error', 'errors')}` : '';
  return `${some(turns, 'question', 'questions')} of ${some(sessions, 'visitor', 'visitors')} in the last minute${errors}${now}`;
}

/** The same where the log does not say what has ended. */
export function unreachable({ running }) {
  return running > 0 ? `The log cannot be reached; ${runs(running)}.` : 'The log cannot be reached.';
}

const runs = (running) => some(running, 'is being answered', 'are being answered');
