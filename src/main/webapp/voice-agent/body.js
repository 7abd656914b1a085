import { Problem } from './problems.js';

const SILENCE = 60_000; // between two pieces of a stream; heartbeats count

/** The pieces of a body; an unread rest is cancelled, and silence longer than the limit ends it. */
export async function* pieces(body) {
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

/** What fetch throws when the connection fails, as a Problem of this kind. */
export function asProblem(error, kind) {
  return error instanceof TypeError ? Problem.local(kind) : error;
}

/** The body of a response as an object. */
export async function readJson(response) {
  return response.json().catch((error) => {
    throw error instanceof SyntaxError ? new Problem({ status: 502 }) : asProblem(error, 'cut');
  });
}

/** The data of an event as an object. */
export function parse(data) {
  try {
    return JSON.parse(data);
  } catch {
    throw new Problem({ status: 502 }, { streamed: true });
  }
}
