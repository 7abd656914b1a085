import { HandsFree } from '../../main/webapp/voice-agent/hands-free.js';
import { Live } from '../../main/webapp/voice-agent/live.js';
import { DEFAULTS } from '../../main/webapp/voice-agent/readiness.js';
import { fakeSockets, settled } from './fake-socket.js';

export const TURN = '0f8fad5b-d9cb-469f-a165-70867728950e';
export const OTHER = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

class FakeLine {
  sentences = [];
  outcomes = [];
  constructor(question) {
    this.question = question;
  }
  has(index) {
    return this.sentences[index] !== undefined;
  }
  sentence(index, text) {
    this.sentences[index] = text;
  }
  finish({ outcome = 'done' }) {
    this.outcomes.push(outcome);
  }
  speaking() {}
  unspoken() {}
  restart() {
    this.sentences = [];
  }
}

/** A voice that sounds as long as the test wants. */
class FakeVoice {
  deaf = null;
  mute = null;
  spoken = []; // what speaks, or spoke: {observer, pieces, off}
  silenced = 0;
  unlock() {
    return { sampleRate: 16000 };
  }
  speak(signal, observer) {
    if (this.mute) return null;
    const speech = { observer, signal, pieces: [], off: false, restarts: 0, piece: (piece) => speech.pieces.push(piece) };
    speech.restart = () => speech.restarts++;
    speech.finished = () => new Promise((resolve) => (speech.end = resolve));
    this.spoken.push(speech);
    return speech;
  }
  stop() {
    this.silenced++;
  }
  hush(on) {
    this.hushed = on;
  }
  get now() {
    return this.spoken.at(-1);
  }
}

/** Hands-free, switched on, with a server that is the test. */
export async function started({ open = async (microphone) => microphone, resumes } = {}) {
  const { sockets, FakeSocket } = fakeSockets();
  const seen = { states: [], statuses: [], notices: [], lines: [], problems: [], rechecks: 0, closed: 0, spokenOver: 0, on: null };
  const stage = {
    state: (state) => seen.states.push(state),
    status: (key) => seen.statuses.push(key),
    level: () => {},
    handsFree: (on) => (seen.on = on),
    question: (turnId, question) => seen.lines[seen.lines.push(new FakeLine(question)) - 1],
    notice: (key, values, again) => key && seen.notices.push({ key, again }),
    answered: () => {},
    problem: (problem) => seen.problems.push(problem.kind),
    spokenOver: () => seen.spokenOver++,
  };
  const microphone = { listen: (onsamples, onended) => Object.assign(seen, { onsamples, onended }), close: () => seen.closed++ };
  const voice = new FakeVoice();
  const url = 'wss://agent.example/live';
  const handsFree = new HandsFree(voice, { values: {}, config: DEFAULTS, recheck: () => seen.rechecks++ }, stage, {
    openMicrophone: () => open(microphone),
    connect: (observer) => new Live({ url, session: async (lost) => (lost ? 'id-2' : 'id-1'), WebSocket: FakeSocket }, observer),
    whenLongHidden: (signal, act) => (seen.hidden = act),
    resumes,
  });
  handsFree.start();
  await settled();
  sockets[0]?.start();
  return { handsFree, voice, seen, sockets, socket: sockets[0] };
}

/** The connection breaks and stands again. */
export async function reconnected(sockets) {
  sockets.at(-1).end();
  await new Promise((resolve) => setTimeout(resolve, 300));
  sockets.at(-1).start();
  return sockets.at(-1);
}

export const transcript = (turnId, text = 'When?') => ({ type: 'transcript', turnId, text });
export const sentence = (index, turnId = TURN) => ({ type: 'sentence', turnId, index, text: `Sentence ${index}.` });
export const done = (turnId = TURN) => ({ type: 'done', turnId, response: 'All.', sources: [] });
