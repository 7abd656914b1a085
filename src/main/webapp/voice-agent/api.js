import { pieces, readJson } from './body.js';
import { Requests } from './requests.js';
import { Session } from './session.js';
import { turnEvents } from './turn-events.js';

const LONG = 90_000; // an engine may transcribe slower than the visitor speaks

/** The calls of `/api/voice-agent`. Every method throws a Problem, or an AbortError when its signal fires. */
export class Api {
  #base;
  #requests;
  #session;
  #memory;
  /** The page's language and the visitor's choices, which a new session begins with. */
  preferences;
  #told = null; // what the server is told of turns
  /** Called once for each lost session that was replaced. */
  onrenewed = () => {};
  /** Called with the preferences that a new session begins with. */
  onbegun = () => {};

  /** `root` is the URL of the web application; `language` the page's, or undefined; `memory` a PageMemory, where that keeps
   *  the conversation; `token()` is by what the site says who the visitor is, if it does. */
  constructor(root, language, memory = null, token = () => {}) {
    this.#memory = memory;
    this.#base = new URL('api/voice-agent/', root);
    this.preferences = { language };
    this.#requests = new Requests(this.#base);
    this.#session = new Session(this.#base.href, () => this.#begin(token()), memory ?? undefined);
  }

  /** Mints a session; a token that the server does not take, an old one perhaps, is no reason to have none. */
  async #begin(visitorToken) {
    const json = { ...this.preferences, visitorToken };
    try {
      const { sessionId, preferences } = await this.#requests.fetch('sessions', { method: 'POST', json }).then(readJson);
      this.onbegun(preferences);
      return sessionId;
    } catch (problem) {
      if (visitorToken && problem.kind === 'invalid-field') return this.#begin();
      throw problem;
    }
  }

  /** Called when any call answers that the agent is switched off. */
  set ondisabled(act) {
    this.#requests.ondisabled = act;
  }

  /** How much of a history the server takes. */
  set limits(limits) {
    if (this.#memory) this.#memory.limits = limits;
  }

  /** Has this tab a session, from before a refresh perhaps? */
  get hasSession() {
    return this.#session.id !== null;
  }

  /** Can a turn whose connection broke be told again? */
  get resumes() {
    return this.#memory === null;
  }

  /** What a live conversation begins with, besides the session. */
  get beginning() {
    return this.#memory ? { memory: 'page', history: this.#memory.history } : {};
  }

  /** Where a live conversation is connected to. */
  get liveUrl() {
    return new URL('live', this.#base).href.replace('http', 'ws');
  }

  /** The id of the session; `lost` is one that the server does not know. */
  async session(lost) {
    if (lost && this.#session.forget(lost)) this.onrenewed();
    return this.#session.open();
  }

  async config(signal) {
    return readJson(await this.#requests.fetch('config', {}, signal));
  }

  /** What the server remembers of this session, or null when there is none (any more). */
  async restore(signal) {
    const session = await this.#kept('sessions/current', {}, signal);
    return this.#memory ? { ...session, turns: this.#memory.turns } : session;
  }

  /** Everything that is kept about the session, or in the page; null when there is nothing. */
  async export() {
    if (this.#memory) return this.#memory.turns.length > 0 ? this.#memory.export : null;
    return this.#kept('sessions/current/export');
  }

  /** Erases the session everywhere, and answers the receipt; null for an unknown one, which is erased already. */
  async erase() {
    await this.#told;
    const receipt = await this.#kept('sessions/current', { method: 'DELETE' });
    const kept = this.#memory?.turns.length > 0 ? { erased: { conversations: 1 } } : null;
    this.#session.forget();
    this.#memory?.clear();
    return receipt ?? kept;
  }

  /** What the server says of the session; null without one, also when it is gone, and forgotten then. */
  async #kept(path, init, signal) {
    const id = this.#session.id;
    if (!id) return null;
    try {
      return await readJson(await this.#requests.fetch(path, { ...init, id }, signal));
    } catch (problem) {
      if (problem.kind !== 'session-not-found') throw problem;
      this.#session.forget(id);
      return null;
    }
  }

  /** Tells the server what the visitor agrees to. */
  async consent(consent) {
    await this.inSession('sessions/current/consent', { method: 'PUT', json: consent });
  }

  /** Tells it how it was disclosed that an AI answers, `shown` or `heard`; of a session that is gone nothing is to be noted. */
  async disclosed(way) {
    const init = { method: 'PUT', json: { disclosed: way }, id: await this.#session.open() };
    await this.#requests.fetch('sessions/current/consent', init);
  }

  /** Tells the server of choices; without a session there is nobody to remember them for, until there is one. */
  async prefer(preferences) {
    Object.assign(this.preferences, preferences);
    if (this.hasSession) await this.inSession('sessions/current/preferences', { method: 'PUT', json: this.preferences });
  }

  /** Keeps what the visitor thinks of an answer: `up`, `down` or `none`. */
  async rate(turnId, rating) {
    await this.#requests.fetch(`turns/${turnId}/feedback`, { method: 'POST', json: { rating }, id: this.#session.id });
  }

  /** The speech of a text: the bytes of a WAV, as they are made. */
  async speak(text, signal) {
    const init = { method: 'POST', json: { text }, accept: 'audio/wav', timeout: LONG };
    return pieces((await this.inSession('speak', init, signal)).body);
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
    if (this.#memory) body.append('history', JSON.stringify(this.#memory.history));
    if (utterance) body.append('audio', new Blob([utterance], { type: 'audio/wav' }), 'utterance.wav');
    else body.append('question', question);
    const init = { method: 'POST', body, accept: 'text/event-stream', timeout: LONG };
    yield* turnEvents(await this.inSession('turns', init, signal), turn, this.#requests);
  }

  /** The events of a turn whose connection broke, from the first sentence on that did not arrive to its end. */
  async *again(turn, signal) {
    const init = { accept: 'text/event-stream', id: this.#session.id, last: turn.stream, timeout: LONG };
    const response = await this.#requests.fetch(`turns/${turn.turnId}/events?speech=${turn.speech}`, init, signal);
    yield* turnEvents(response, turn, this.#requests);
  }

  /** Tells the server that the visitor has heard enough: so many sentences to their end. */
  interrupt(turnId, heard) {
    return this.#tell(turnId, 'interrupt', { heard });
  }

  /** Tells the server that a sentence has been heard to its end, as long as the turn goes on there. */
  heard({ turnId, over }, through) {
    return over ? undefined : this.#tell(turnId, 'heard', { through });
  }

  /** Nobody waits for the answer, but who erases what it is told of. */
  #tell(turnId, what, json) {
    const id = this.#session.id;
    if (!id) return undefined;
    const told = this.#requests.fetch(`turns/${turnId}/${what}`, { method: 'POST', json, id, keepalive: true }).catch(() => {});
    this.#told = Promise.all([this.#told, told]);
    return told;
  }

  async inSession(path, init, signal) {
    const id = await this.#session.open();
    try {
      return await this.#requests.fetch(path, { ...init, id }, signal);
    } catch (problem) {
      if (problem.kind !== 'session-not-found') throw problem;
      return this.#requests.fetch(path, { ...init, id: await this.session(id) }, signal);
    }
  }
}
