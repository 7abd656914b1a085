import { captureUtterance, UTTERANCE_RATE } from './capture.js';
import { Problem } from './problems.js';
import { longestUtteranceMs } from './readiness.js';
import { recognise } from './recognition.js';
import { encodeWav } from './wav.js';

/**
 * One utterance as the bytes of a WAV, while the stage shows what is happening. `onopen` is called when the microphone is
 * open; `enough` ends the utterance, `signal` the listening; `held()` says whether letting go will be enough.
 */
export async function listen(context, limits, stage, { signal, enough, held, onopen }) {
  const samples = await captureUtterance(context, {
    signal,
    enough,
    held,
    longestMs: longestUtteranceMs(limits, UTTERANCE_RATE),
    onstart: () => {
      onopen();
      stage.status(held() ? 'holding' : 'listening');
    },
    onlevel: (level, spoke) => {
      stage.level(level);
      if (spoke && !held()) stage.status('hearing');
    },
  });
  return encodeWav(samples, UTTERANCE_RATE);
}

/**
 * One question as the browser's own recognition understands it, shown as it grows; `hearing` as for `listen`, with
 * `onuseless()`.
 */
export async function listenInBrowser(Recognition, language, limits, stage, hearing) {
  const { held, onopen } = hearing;
  try {
    const question = await recognise(Recognition, language, {
      ...hearing,
      onopen: () => {
        onopen();
        stage.status(held() ? 'holding' : 'listening');
      },
      oninterim: (text) => {
        stage.draft(text);
        if (!held()) stage.status('hearing');
      },
    });
    if (question.length > limits.questionCharacters) throw Problem.local('duration-exceeded');
    return question;
  } finally {
    stage.draft(null);
  }
}
