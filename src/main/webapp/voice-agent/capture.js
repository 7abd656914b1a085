import { abortable } from './abortable.js';
import { Endpointing, HEARD } from './endpointing.js';
import { Microphone } from './microphone.js';
import { Problem } from './problems.js';
import { Resampler, concatenate } from './resample.js';

export const UTTERANCE_RATE = 16000;

/**
 * Listens for one utterance and releases the microphone. Resolves to samples at UTTERANCE_RATE when the visitor has
 * finished or `enough` fires; rejects with a Problem (no microphone, nothing said) or when `signal` aborts. Pauses end
 * nothing while the microphone is `held()`.
 */
export async function captureUtterance(context, { signal, enough, held, longestMs, onstart, onlevel }) {
  const microphone = await Microphone.open(context, signal);
  try {
    onstart();
    const patience = held() ? { longestMs, quietMs: Infinity, patienceMs: Infinity } : { longestMs };
    return await listen(microphone, context.sampleRate, { signal, enough, patience, onlevel });
  } finally {
    microphone.close();
  }
}

function listen(microphone, rate, { signal, enough, patience, onlevel }) {
  const endpointing = new Endpointing(rate, patience);
  const resampler = new Resampler(rate, UTTERANCE_RATE);
  const pieces = [];
  const utterance = new Promise((resolve, reject) => {
    const finish = () => {
      if (!endpointing.spoke) return reject(Problem.local('no-speech'));
      resolve(concatenate([...pieces, resampler.flush()]));
    };
    const onsamples = (samples) => {
      pieces.push(resampler.push(samples));
      const heard = endpointing.accept(samples);
      onlevel(endpointing.level, endpointing.spoke);
      if (heard !== HEARD.NOTHING && heard !== HEARD.SPEECH) finish();
    };
    microphone.listen(onsamples, finish, reject);
    enough.addEventListener('abort', finish, { once: true });
    if (enough.aborted) finish();
  });
  return abortable(utterance, signal);
}
