/** The server refused, or cannot be reached; `status` is 0 then. `message` can be shown. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const ROOT = new URL('api/', import.meta.url);
const UNREACHABLE = 'The server cannot be reached. Check your connection and try again.';
const SIGN_IN = 'sign-in';
let csrf = null;
let role = null;
let ways = {};

/** The sign-in has ended at the server; the pages hear of it by the event `signed-out` of the window. */
function signedOut() {
  csrf = role = null;
  window.dispatchEvent(new Event('signed-out'));
}

async function call(method, path, body, type = 'application/json') {
  const headers = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = type;
  if (csrf) headers['X-CSRF-Token'] = csrf;
  const content = body === undefined || body instanceof Blob ? body : JSON.stringify(body);
  const options = { method, headers, body: content, credentials: 'same-origin' };
  const answer = await fetch(new URL(path, ROOT), options).catch(() => {
    throw new Refusal(0, UNREACHABLE);
  });
  if (answer.status === 401 && path !== SIGN_IN) signedOut();
  if (!answer.ok) throw new Refusal(answer.status, (await answer.json().catch(() => ({}))).detail ?? 'The server refused. Try again.');
  return answer.status === 204 ? null : answer.json();
}

/** Where the path is, for what the browser itself fetches. */
export const address = (path) => new URL(path, ROOT).href;

/** What the path tells; rejects with a Refusal. */
export const read = (path) => call('GET', path);

/** Changes something; gives what came of it, null without an answer's body, and rejects with a Refusal. */
export const change = (method, path, body) => call(method, path, body);

/** Sends a file as it is; what its name says of it counts, and not what the browser takes it for. */
export const send = (path, file) => call('POST', path, file, 'application/octet-stream');

/** May who is signed in act, or only look? The server decides; this is for what is shown. */
export const mayAct = () => role === 'admin';

/** Who is signed in, as `{user, role}`; null when nobody is. */
export async function caller() {
  const { caller: who = null, ...others } = await read(SIGN_IN);
  ways = others;
  csrf = who?.csrf ?? null;
  role = who?.role ?? null;
  return who;
}

/** How one can sign in, as `{password, provider?}`: whether by a password, and what the identity provider is called. */
export const waysIn = () => ways;

/** Where a browser goes to sign in at the provider; the way back leads to the page, named as behind the `#`. */
export function providerUrl(page) {
  const url = new URL(`${SIGN_IN}/oidc`, ROOT);
  url.searchParams.set('page', page);
  return url.href;
}

/** Where the sign-in at the provider ends, for those who came from it; null for others. */
export const providerEnd = (user) => (user.startsWith('oidc:') ? new URL(`${SIGN_IN}/oidc/end`, ROOT).href : null);

export async function signIn(user, password) {
  await call('POST', SIGN_IN, { user, password });
  return caller();
}

export async function signOut() {
  await call('DELETE', SIGN_IN);
  csrf = role = null;
}
