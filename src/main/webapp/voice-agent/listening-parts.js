/* global LISTENING_SHA384 */
import { Problem } from './problems.js';
import { en } from './texts-en.js';

const PARTS = new URL('./voice-agent-listening.js', import.meta.url).href;
/** Of that file, in hexadecimal digits; written here when the modules are joined. */
const SHA384 = typeof LISTENING_SHA384 === 'undefined' ? null : LISTENING_SHA384;

const PATIENCE_MS = 15_000;

let parts = null;
let failures = 0;

/**
 * What nobody needs before a press: all that listens. The file is checked against its hash, so that the integrity a page
 * gives to the first file covers this one too. Rejects with a Problem, `outdated` where the server has another file now; then
 * the next call tries again.
 */
export function listeningParts(load = loadChecked, isThere = answers) {
  parts ??= inTime(load(address(), SHA384)).then(withTexts, async (error) => {
    const outdated = !(error instanceof Problem) && (await isThere(address()));
    parts = null;
    failures++;
    throw error instanceof Problem ? error : Problem.local(outdated ? 'outdated' : 'unreachable');
  });
  return parts;
}

/** What they say in English is known from now on. */
function withTexts(loaded) {
  Object.assign(en, loaded.listeningEn);
  return loaded;
}

/** Another one after each failure: browsers remember of an address that it could not be imported. */
function address() {
  return failures > 0 ? `${PARTS}?try=${failures}` : PARTS;
}

function inTime(loading) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(Problem.local('timeout')), PATIENCE_MS);
    loading.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function answers(href) {
  return fetch(href, { method: 'HEAD', credentials: 'omit' }).then(({ ok }) => ok, () => false);
}

async function loadChecked(href, sha384) {
  if (sha384) await preload(href, integrity(sha384));
  return import(href);
}

/** An import takes what was preloaded, and fails with it. Old browsers preload no modules: there nothing is checked. */
function preload(href, integrity) {
  const link = document.createElement('link');
  if (!link.relList.supports('modulepreload')) return undefined;
  Object.assign(link, { rel: 'modulepreload', crossOrigin: 'anonymous', integrity, href });
  const loaded = new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }));
  document.head.append(link);
  return loaded.finally(() => link.remove());
}

/** As the attribute has it. */
function integrity(sha384) {
  const bytes = sha384.match(/../g).map((digits) => parseInt(digits, 16));
  return `sha384-${btoa(String.fromCharCode(...bytes))}`;
}
