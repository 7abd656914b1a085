import { abortable } from './abortable.js';
import { denial } from './denial.js';
import { listenAlone } from './one-listener.js';
import { Problem } from './problems.js';

const WORKLET = new URL('./capture-worklet.js', import.meta.url);
const CONSTRAINTS = { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 } };

const DENIALS = ['NotAllowedError', 'SecurityError'];
const REFUSALS = {
  NotFoundError: 'microphone-missing',
  OverconstrainedError: 'microphone-missing',
  NotReadableError: 'microphone-busy',
};

/** The open microphone: samples of about 20 ms at the context's rate, until it is closed. */
export class Microphone {
  #stream;
  #source = null;
  #node = null;
  #giveBack;
  #taken = false;
  #ontaken = () => {};

  constructor(stream) {
    this.#stream = stream;
    this.#giveBack = listenAlone(() => {
      this.#taken = true;
      this.#ontaken();
    });
  }

  /** Opens it, echo cancelled; rejects with a Problem, or when `signal` aborts. */
  static async open(context, signal) {
    const microphone = new Microphone(await openStream(signal));
    try {
      await microphone.#connect(context);
      signal.throwIfAborted();
      return microphone;
    } catch (error) {
      microphone.close();
      throw error;
    }
  }

  async #connect(context) {
    this.#source = context.createMediaStreamSource(this.#stream);
    this.#node = await createNode(context);
    this.#source.connect(this.#node);
  }

  /** What was heard since it was opened comes first. `onended` when the device is gone, `ontaken` when another tab listens. */
  listen(onsamples, onended, ontaken) {
    this.#node.port.onmessage = ({ data }) => onsamples(data);
    this.#stream.getAudioTracks()[0].addEventListener('ended', onended, { once: true });
    this.#ontaken = () => ontaken(Problem.local('microphone-taken'));
    if (this.#taken) this.#ontaken();
  }

  close() {
    this.#ontaken = () => {};
    this.#giveBack();
    this.#source?.disconnect();
    if (this.#node) this.#node.port.onmessage = null;
    release(this.#stream);
  }
}

async function openStream(signal) {
  if (!window.isSecureContext || !navigator.mediaDevices) throw Problem.local('microphone-insecure');
  if (!window.AudioWorkletNode) throw Problem.local('microphone-failed');
  const opening = navigator.mediaDevices.getUserMedia(CONSTRAINTS).then(
    (stream) => {
      if (signal.aborted) release(stream); // allowed after the visitor gave up
      return stream;
    },
    async ({ name }) => {
      throw Problem.local(DENIALS.includes(name) ? await denial() : REFUSALS[name] ?? 'microphone-failed');
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

function release(stream) {
  for (const track of stream.getTracks()) track.stop();
}
