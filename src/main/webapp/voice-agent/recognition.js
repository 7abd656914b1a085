import { abortable } from './abortable.js';
import { denial } from './denial.js';
import { listenAlone } from './one-listener.js';
import { Problem } from './problems.js';

/** Its errors, as problems with sentences; `aborted` by somebody else is like nothing said. */
const PROBLEMS = {
  'no-speech': 'no-speech',
  aborted: 'no-speech',
  network: 'unreachable',
  'audio-capture': 'microphone-missing',
};
const REFUSALS = ['not-allowed', 'service-not-allowed'];
/** It will not work at the next press either. */
const USELESS = ['service-not-allowed', 'language-not-supported'];

/**
 * Listens for one question with the browser's recognition and resolves to its words; rejects with a Problem, or when `signal`
 * aborts. `enough` ends the question, or the first pause does, unless `held()`. `oninterim(text)` hears what it is so far;
 * `onuseless()` that there is no use in trying again.
 */
export async function recognise(Recognition, language, { signal, enough, held, onopen, oninterim, onuseless }) {
  const recognition = new Recognition();
  Object.assign(recognition, { continuous: true, interimResults: true, lang: language ?? '' });
  const stop = () => recognition.stop();
  let giveBack = () => {};
  try {
    const question = new Promise((resolve, reject) => {
      let text = '';
      giveBack = listenAlone(() => reject(Problem.local('microphone-taken')));
      recognition.onstart = onopen;
      recognition.onresult = ({ results }) => {
        text = Array.from(results, ([best]) => best.transcript.trim()).join(' ').trim();
        oninterim(text);
        if (results[results.length - 1].isFinal && !held()) recognition.stop();
      };
      recognition.onerror = ({ error }) => {
        recognition.onend = null; // it follows, and knows less
        if (USELESS.includes(error)) onuseless();
        if (!REFUSALS.includes(error)) return reject(Problem.local(PROBLEMS[error] ?? 'microphone-failed'));
        denial().then((kind) => reject(Problem.local(kind)));
      };
      recognition.onend = () => (text ? resolve(text) : reject(Problem.local('no-speech')));
      recognition.start();
    });
    enough.addEventListener('abort', stop, { once: true });
    return await abortable(question, signal);
  } finally {
    recognition.onstart = recognition.onresult = recognition.onerror = recognition.onend = null;
    recognition.abort();
    enough.removeEventListener('abort', stop);
    giveBack();
  }
}
