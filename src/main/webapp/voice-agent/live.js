import { readSpeech } from './live-frames.js';
import { Problem } from './problems.js';

const NOT_STARTED = 4401;
const BUSY = 1013;
/** Pauses before each try to connect again; the last one repeats. */
const PAUSES_MS = [250, 500, 1000, 2000, 3000];
const FIRST_PATIENCE_MS = 5000; // who was never connected is told soon
const PATIENCE_MS = 20_000;
const ANSWER_MS = 5000; // from connecting to `started`
/** So much sound that does not leave, five seconds of it, means that nobody takes it. */
const STALLED_BYTES = 160_000;

/**
 * The connection of a live conversation, as docs/live-protocol.md has it: begins with the session, comes back after a break
 * with growing pauses, and replaces a session that the server does not know once.
 *
 * The observer has `onstarted(renewed)` whenever the server listens, `onmessage(event)`, `onbroken()` when the connection
 * broke, and `onover(problem)` when it does not come back.
 */
export class Live {
  #url;
  #session;
  #beginning;
  #WebSocket;
  #observer;
  #socket = null;
  #timer;
  #open = false;
  #started = false;
  #sessionId = null;
  #renewed = false; // the session has been replaced, and has not answered yet
  #since = null; // when the connection was lost
  #patience = FIRST_PATIENCE_MS;
  #tries = 0;
  #problem = null; // why the server did not start

  /** `session(lost)` resolves to the session's id, another one than `lost`; `beginning()` is what `start` says besides. */
  constructor({ url, session, beginning = () => ({}), WebSocket = globalThis.WebSocket }, observer) {
    this.#url = url;
    this.#session = session;
    this.#beginning = beginning;
    this.#WebSocket = WebSocket;
    this.#observer = observer;
  }

  /** Does the server listen? */
  get started() {
    return this.#started;
  }

  open() {
    this.#open = true;
    this.#since = Date.now();
    this.#connect();
  }

  close() {
    this.#open = false;
    this.#drop();
  }

  /** Sends a message; false when nobody listens. */
  send(message) {
    if (this.#started) this.#socket.send(JSON.stringify(message));
    return this.#started;
  }

  /** Sends what the microphone hears; while nobody listens it is lost. */
  hear(frame) {
    if (!this.#started) return;
    if (this.#socket.bufferedAmount > STALLED_BYTES) this.#broke();
    else this.#socket.send(frame);
  }

  async #connect(lost) {
    this.#problem = null;
    try {
      this.#sessionId = await this.#session(lost);
      if (this.#open) this.#start(new this.#WebSocket(this.#url));
    } catch (error) {
      if (!this.#open) return;
      const problem = error instanceof Problem ? error : Problem.local('unreachable');
      if (problem.status === 0 || problem.status >= 500) this.#broke(problem);
      else this.#over(problem);
    }
  }

  #start(socket) {
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    const start = () => ({ type: 'start', sessionId: this.#sessionId, ...this.#beginning() });
    socket.onopen = () => socket.send(JSON.stringify(start()));
    socket.onmessage = ({ data }) => this.#received(typeof data === 'string' ? JSON.parse(data) : readSpeech(data));
    socket.onclose = ({ code }) => this.#closed(code);
    this.#timer = setTimeout(() => this.#broke(), ANSWER_MS);
  }

  #received(event) {
    if (event.type === 'error') return this.#failed(event);
    if (event.type !== 'started') {
      if (event.type === 'done') this.#renewed = false;
      return this.#observer.onmessage(event);
    }
    clearTimeout(this.#timer);
    this.#started = true;
    this.#since = null;
    this.#observer.onstarted(this.#renewed);
  }

  #failed(event) {
    const problem = new Problem(event.problem, { streamed: true });
    if (!this.#started) this.#problem = problem;
    else if (problem.kind === 'session-not-found' && !this.#renewed) this.#renew();
    else this.#observer.onmessage({ ...event, problem });
  }

  #closed(code) {
    const problem = this.#problem;
    if (code === BUSY) return this.#over(new Problem({ type: '/problems/live-busy', status: 503 }));
    if (code !== NOT_STARTED || problem?.status >= 500) return this.#broke(problem);
    if (problem?.kind === 'consent-required') return this.#over(problem);
    if (this.#renewed) return this.#over(problem ?? new Problem({ type: '/problems/session-not-found', status: 404 }));
    this.#renew();
  }

  #renew() {
    this.#drop();
    this.#renewed = true;
    this.#connect(this.#sessionId);
  }

  #broke(problem) {
    this.#drop();
    if (this.#since === null) {
      this.#since = Date.now();
      this.#patience = PATIENCE_MS;
      this.#tries = 0;
      this.#observer.onbroken();
    }
    const delay = PAUSES_MS[Math.min(this.#tries++, PAUSES_MS.length - 1)];
    if (Date.now() - this.#since + delay > this.#patience) return this.#over(problem);
    this.#timer = setTimeout(() => this.#connect(), delay);
  }

  #over(problem) {
    this.close();
    this.#observer.onover(problem ?? Problem.local(this.#patience === FIRST_PATIENCE_MS ? 'live-blocked' : 'live-lost'));
  }

  /** Lets the connection go; nothing more is heard of it. */
  #drop() {
    clearTimeout(this.#timer);
    this.#started = false;
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}
