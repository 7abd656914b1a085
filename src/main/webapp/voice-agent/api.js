import { asProblem, parse, pieces, readJson } from './body.js';
import { EventStream } from './event-stream.js';
import { Problem, retryAfterSeconds } from './problems.js';
import { Session } from './session.js';

const SHORT = 15_000;
const LONG = 90_000; // an engine may transcribe slower than the visitor speaks

/** The calls of `/api/voice-agent`. Every method throws a Problem, or an AbortError when its signal fires. */
export class Api {
  #base;
  #session;
  #language;
  /** The visitor's choices, which a new session begins with. */
  preferences = {};
  /** Called once for each lost session that was replaced. */
  onrenewed = () => {};
  /** Called when any call answers that the agent is switched off. */
  ondisabled = () => {};

  /** `root` is the URL of the web application; `language` the page's, or undefined. */
  constructor(root, language) {
    this.#base = new URL('api/voice-agent/', root);
    this.#language = language;
    this.#session = new Session(this.#base.href, async () => {
      const response = await this.#fetch('sessions', { method: 'POST', json: this.#chosen });
      return (await readJson(response)).sessionId;
    });
  }

  /** Has this tab a session, from before a refresh perhaps? */
  get hasSession() {
    return this.#session.id !== null;
  }

  /** Where a live conversation is connected to. */
  get liveUrl() {
    const url = new URL('live', this.#base);
    url.protocol = url.protocol.replace('http', 'ws');
    return url.href;
  }

  /** The id of the session, for the first message of a live conversation; `lost` is one that the server does not know. */
  async session(lost) {
    if (lost) {
      this.#session.forget(lost);
      this.onrenewed();
    }
    return this.#session.open();
  }

  async config(signal) {
    return readJson(await this.#fetch('config', {}, signal));
  }

  /** What the server remembers of this session, or null when there is none (any more). */
  async restore(signal) {
    const id = this.#session.id;
    if (!id) return null;
    try {
      return await readJson(await this.#fetch('sessions/current', { id }, signal));
    } catch (problem) {
      if (problem.kind !== 'session-not-found') throw problem;
      this.#session.forget(id);
      return null;
    }
  }

  /** Erases the session everywhere; an unknown one is erased already. */
  async erase() {
    const id = this.#session.id;
    if (!id) return;
    try {
      await this.#fetch('sessions/current', { method: 'DELETE', id });
    } catch (problem) {
      if (problem.kind !== 'session-not-found') throw problem;
    }
    this.#session.forget(id);
  }

  /** Tells the server of choices; without a session there is nobody to remember them for, until there is one. */
  async prefer(preferences) {
    Object.assign(this.preferences, preferences);
    if (this.hasSession) await this.#inSession('sessions/current/preferences', { method: 'PUT', json: this.#chosen });
  }

  get #chosen() {
    return { language: this.#language, ...this.preferences };
  }

  /** Keeps what the visitor thinks of an answer: `up`, `down` or `none`. */
  async rate(turnId, rating) {
    await this.#fetch(`turns/${turnId}/feedback`, { method: 'POST', json: { rating }, id: this.#session.id });
  }

  /** The speech of a text, the bytes of a WAV as they are made. */
  async *speak(text, signal) {
    const init = { method: 'POST', json: { text }, accept: 'audio/wav', timeout: LONG };
    yield* pieces((await this.#inSession('speak', init, signal)).body);
  }

  /**
   * The events of a turn as `{type, ...data}`; ends after `done`. It begins with `utterance`, the bytes of a WAV, or with
   * `question`; `speech` says whether the answer is to be spoken.
   */
  async *turn(turn, signal) {
    const { turnId, utterance, question, speech } = turn;
    const body = new FormData();
    body.append('turnId', turnId);
    body.append('speech', String(speech));
    if (utterance) body.append('audio', new Blob([utterance], { type: 'audio/wav' }), 'utterance.wav');
    else body.append('question', question);
    const init = { method: 'POST', body, accept: 'text/event-stream', timeout: LONG };
    yield* this.#events(await this.#inSession('turns', init, signal), turn);
  }

  /** The events of a turn whose connection broke, from the first sentence on that did not arrive to its end. */
  async *again(turn, signal) {
    const init = { accept: 'text/event-stream', id: this.#session.id, last: turn.stream, timeout: LONG };
    yield* this.#events(await this.#fetch(`turns/${turn.turnId}/events?speech=${turn.speech}`, init, signal), turn);
  }

  async *#events(response, turn) {
    const stream = new EventStream();
    turn.stream ??= '';
    for await (const bytes of pieces(response.body)) {
      for (const event of stream.push(bytes)) {
        const data = parse(event.data);
        turn.stream = event.lastEventId || turn.stream;
        if (event.type === 'error') throw this.#problem(new Problem(data, { streamed: true }));
        yield { ...data, type: event.type };
        if (event.type === 'done') return;
      }
    }
    throw Problem.local('cut');
  }

  /** Tells the server that the visitor has heard enough: so many sentences to their end. */
  interrupt(turnId, heard) {
    return this.#tell(turnId, 'interrupt', { heard });
  }

  /** Tells the server that a sentence has been heard to its end, as long as the turn goes on there. */
  heard({ turnId, over }, through) {
    return over ? undefined : this.#tell(turnId, 'heard', { through });
  }

  /** Nobody waits for the answer. */
  async #tell(turnId, what, json) {
    const id = this.#session.id;
    if (id) await this.#fetch(`turns/${turnId}/${what}`, { method: 'POST', json, id, keepalive: true }).catch(() => {});
  }

  async #inSession(path, init, signal) {
    const id = await this.#session.open();
    try {
      return await this.#fetch(path, { ...init, id }, signal);
    } catch (problem) {
      if (problem.kind !== 'session-not-found') throw problem;
      this.#session.forget(id);
      this.onrenewed();
      return this.#fetch(path, { ...init, id: await this.#session.open() }, signal);
    }
  }

  /** The response once its headers are there; the time limit ends with them. */
  async #fetch(path, { method = 'GET', json, body, accept, id, last, keepalive = false, timeout = SHORT }, signal) {
    const headers = { Accept: `${accept ?? 'application/json'}, application/problem+json` };
    if (json) headers['Content-Type'] = 'application/json'; // of a form the browser says it itself
    if (last) headers['Last-Event-ID'] = last;
    if (id) headers.Authorization = `Bearer ${id}`;
    const limit = new AbortController();
    const stop = () => limit.abort(signal.reason);
    signal?.throwIfAborted();
    signal?.addEventListener('abort', stop, { once: true });
    const timer = setTimeout(() => limit.abort(Problem.local('timeout')), timeout);
    const init = { method, headers, body: json ? JSON.stringify(json) : body, keepalive, signal: limit.signal };
    try {
      const response = await fetch(new URL(path, this.#base), { ...init, credentials: 'omit', cache: 'no-store' });
      if (response.ok) return response;
      throw await this.#refusal(response);
    } catch (error) {
      throw limit.signal.aborted ? limit.signal.reason : asProblem(error, 'unreachable');
    } finally {
      clearTimeout(timer); // the signal stays: it also ends the body
    }
  }

  async #refusal(response) {
    const fields = await response.json().catch(() => ({}));
    const retryAfter = retryAfterSeconds(response.headers.get('Retry-After'));
    return this.#problem(new Problem({ ...fields, status: response.status }, { retryAfter }));
  }

  #problem(problem) {
    if (problem.kind === 'agent-disabled') this.ondisabled();
    return problem;
  }
}
