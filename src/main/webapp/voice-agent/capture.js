import { Endpointing, HEARD } from './endpointing.js';
import { Problem } from './problems.js';
import { Resampler, concatenate } from './resample.js';

export const UTTERANCE_RATE = 16000;

const WORKLET = new URL('./capture-worklet.js', import.meta.url);
const CONSTRAINTS = { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 } };

const REFUSALS = {
  NotAllowedError: 'microphone-denied',
  SecurityError: 'microphone-denied',
  NotFoundError: 'microphone-missing',
  OverconstrainedError: 'microphone-missing',
  NotReadableError: 'microphone-busy',
};

/**
 * Listens for one utterance and releases the microphone. Resolves to samples at UTTERANCE_RATE when the visitor has
 * finished or `enough` fires; rejects with a Problem (no microphone, nothing said) or when `signal` aborts.
 */
export async function captureUtterance(context, { signal, enough, longestMs, onstart, onlevel }) {
  const microphone = await openMicrophone(signal);
  const source = context.createMediaStreamSource(microphone);
  let node;
  try {
    node = await createNode(context);
    signal.throwIfAborted();
    source.connect(node);
    onstart();
    const track = microphone.getAudioTracks()[0];
    return await listen(node.port, context.sampleRate, { signal, enough, longestMs, onlevel, track });
  } finally {
    source.disconnect();
    if (node) node.port.onmessage = null;
    release(microphone);
  }
}

async function openMicrophone(signal) {
  if (!window.isSecureContext || !navigator.mediaDevices) throw Problem.local('microphone-insecure');
  if (!window.AudioWorkletNode) throw Problem.local('microphone-failed');
  const opening = navigator.mediaDevices.getUserMedia(CONSTRAINTS).then(
    (microphone) => {
      if (signal.aborted) release(microphone); // allowed after the visitor gave up
      return microphone;
    },
    (error) => {
      throw Problem.local(REFUSALS[error.name] ?? 'microphone-failed');
    },
  );
  return abortable(opening, signal);
}

async function createNode(context) {
  try {
    await context.audioWorklet.addModule(WORKLET);
    return new AudioWorkletNode(context, 'voice-agent-capture', { numberOfInputs: 1, numberOfOutputs: 0 });
  } catch {
    throw Problem.local('microphone-failed');
  }
}

function listen(port, rate, { signal, enough, longestMs, onlevel, track }) {
  const endpointing = new Endpointing(rate, { longestMs });
  const resampler = new Resampler(rate, UTTERANCE_RATE);
  const pieces = [];
  const utterance = new Promise((resolve, reject) => {
    const finish = () => {
      if (!endpointing.spoke) return reject(Problem.local('no-speech'));
      resolve(concatenate([...pieces, resampler.flush()]));
    };
    port.onmessage = ({ data: samples }) => {
      pieces.push(resampler.push(samples));
      const heard = endpointing.accept(samples);
      onlevel(endpointing.level, endpointing.spoke);
      if (heard !== HEARD.NOTHING && heard !== HEARD.SPEECH) finish();
    };
    enough.addEventListener('abort', finish, { once: true });
    track.addEventListener('ended', finish, { once: true });
    if (enough.aborted) finish();
  });
  return abortable(utterance, signal);
}

function release(microphone) {
  for (const track of microphone.getTracks()) track.stop();
}

function abortable(promise, signal) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    promise.then(resolve, reject);
  });
}
