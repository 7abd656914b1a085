import { captureUtterance, UTTERANCE_RATE } from './capture.js';
import { longestUtteranceMs } from './readiness.js';
import { encodeWav } from './wav.js';

/**
 * One utterance as the bytes of a WAV, while the stage shows what is happening. `onopen` is called when the microphone is
 * open; `enough` ends the utterance, `signal` the listening.
 */
export async function listen(context, limits, stage, { signal, enough, onopen }) {
  const samples = await captureUtterance(context, {
    signal,
    enough,
    longestMs: longestUtteranceMs(limits, UTTERANCE_RATE),
    onstart: () => {
      onopen();
      stage.status('listening');
    },
    onlevel: (level, spoke) => {
      stage.level(level);
      if (spoke) stage.status('hearing');
    },
  });
  return encodeWav(samples, UTTERANCE_RATE);
}
