import { asProblem } from './body.js';
import { Problem, retryAfterSeconds } from './problems.js';

const SHORT = 15_000;

/** HTTP as the agent's calls need it: a session, a time limit, and problems for what goes wrong. */
export class Requests {
  #base;
  /** Called when any call answers that the agent is switched off. */
  ondisabled = () => {};

  constructor(base) {
    this.#base = base;
  }

  /** The response once its headers are there; the time limit ends with them. */
  async fetch(path, { method = 'GET', json, body, accept, id, last, keepalive = false, timeout = SHORT }, signal) {
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
    return this.noted(new Problem({ ...fields, status: response.status }, { retryAfter }));
  }

  /** Notes what a problem says of the agent as a whole; answers the problem. */
  noted(problem) {
    if (problem.kind === 'agent-disabled') this.ondisabled();
    return problem;
  }
}
