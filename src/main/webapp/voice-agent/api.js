import { EventStream } from './event-stream.js';
import { Problem, retryAfterSeconds } from './problems.js';
import { Session } from './session.js';

const SHORT = 15_000;
const LONG = 90_000; // an engine may transcribe slower than the visitor speaks
const SILENCE = 60_000; // between two pieces of a stream; heartbeats count

/** The calls of `/api/voice-agent`. Every method throws a Problem, or an AbortError when its signal fires. */
export class Api {
  #base;
  #session;
  /** Called once for each lost session that was replaced. */
  onrenewed = () => {};
  /** Called when any call answers that the agent is switched off. */
  ondisabled = () => {};

  /** `root` is the URL of the web application; `language` the page's, or undefined. */
  constructor(root, language) {
    this.#base = new URL('api/voice-agent/', root);
    this.#session = new Session(this.#base.href, async () => {
      const response = await this.#fetch('sessions', { method: 'POST', json: language ? { language } : {} });
      return (await readJson(response)).sessionId;
    });
  }

  /** Has this tab a session, from before a refresh perhaps? */
  get hasSession() {
    return this.#session.id !== null;
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

  /** Tells the server the visitor's preferences; without a session there is nobody to remember them for. */
  async preferences(preferences) {
    if (this.hasSession) await this.#inSession('sessions/current/preferences', { method: 'PUT', json: preferences });
  }

  /** `{text, language, durationMs, confidence?}` of an utterance, as the bytes of a WAV. */
  async transcribe(wav, signal) {
    const init = { method: 'POST', body: wav, type: 'audio/wav', timeout: LONG };
    return readJson(await this.#inSession('transcribe', init, signal));
  }

  /** The events of an answer as `{type, ...data}`; ends after `done`. */
  async *chat(question, signal) {
    const init = { method: 'POST', json: question, accept: 'text/event-stream', timeout: LONG };
    const response = await this.#inSession('chat', init, signal);
    const stream = new EventStream();
    for await (const bytes of pieces(response.body)) {
      for (const event of stream.push(bytes)) {
        const data = parse(event.data);
        if (event.type === 'error') throw this.#problem(new Problem(data, { streamed: true }));
        yield { ...data, type: event.type };
        if (event.type === 'done') return;
      }
    }
    throw Problem.local('cut');
  }

  /** The speech of a text: the pieces of a WAV, as they come. */
  async speak(text, signal) {
    const init = { method: 'POST', json: { text }, accept: 'audio/wav', timeout: LONG };
    return pieces((await this.#inSession('speak', init, signal)).body);
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
  async #fetch(path, { method = 'GET', json, body, type, accept, id, timeout = SHORT }, signal) {
    const headers = { Accept: `${accept ?? 'application/json'}, application/problem+json` };
    if (json || type) headers['Content-Type'] = type ?? 'application/json';
    if (id) headers.Authorization = `Bearer ${id}`;
    const limit = new AbortController();
    const stop = () => limit.abort(signal.reason);
    signal?.throwIfAborted();
    signal?.addEventListener('abort', stop, { once: true });
    const timer = setTimeout(() => limit.abort(Problem.local('timeout')), timeout);
    const init = { method, headers, body: json ? JSON.stringify(json) : body, signal: limit.signal };
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

/** The pieces of a body; an unread rest is cancelled, and silence longer than the limit ends it. */
async function* pieces(body) {
  const reader = body.getReader();
  try {
    while (true) {
      let timer;
      const silence = new Promise((_, reject) => {
        timer = setTimeout(() => reject(Problem.local('timeout')), SILENCE);
      });
      const { done, value } = await Promise.race([reader.read(), silence]).finally(() => clearTimeout(timer));
      if (done) return;
      yield value;
    }
  } catch (error) {
    throw asProblem(error, 'cut');
  } finally {
    reader.cancel().catch(() => {});
  }
}

function asProblem(error, kind) {
  return error instanceof TypeError ? Problem.local(kind) : error;
}

async function readJson(response) {
  return response.json().catch((error) => {
    throw error instanceof SyntaxError ? new Problem({ status: 502 }) : asProblem(error, 'cut');
  });
}

function parse(data) {
  try {
    return JSON.parse(data);
  } catch {
    throw new Problem({ status: 502 }, { streamed: true });
  }
}
