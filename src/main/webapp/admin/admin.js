/** The admin pages: who is signed in, and which page is shown. Each page is a function that gives the nodes of it. */
import { analyticsPage } from './analytics.js';
import { caller, providerEnd, signOut } from './api.js';
import { auditPage } from './audit.js';
import { clusterPage } from './cluster.js';
import { conversationPage } from './conversation.js';
import { costPage } from './cost.js';
import { element } from './dom.js';
import { knowledgePage } from './knowledge.js';
import { signInWays } from './sign-in.js';

/** Where `inner` is true it is reached from another page, as `#name/what`. */
const PAGES = {
  analytics: { title: 'Analytics', nodes: analyticsPage },
  conversation: { title: 'Conversation', inner: true, nodes: conversationPage },
  cost: { title: 'Cost', nodes: costPage },
  knowledge: { title: 'Knowledge', nodes: knowledgePage },
  cluster: { title: 'Cluster', nodes: clusterPage },
  audit: { title: 'Audit', nodes: auditPage },
};
const FIRST = Object.keys(PAGES)[0];

const main = document.querySelector('main');
const nav = document.querySelector('nav');
const who = document.querySelector('.who');

function shown() {
  const name = location.hash.slice(1).split('/')[0];
  return Object.hasOwn(PAGES, name) ? name : FIRST;
}

function links(current) {
  const link = ([name, { title }]) => element('a', { href: `#${name}`, 'aria-current': name === current ? 'page' : null }, title);
  nav.replaceChildren(...Object.entries(PAGES).filter(([, { inner }]) => !inner).map(link));
}

let user = '';

/** Counts what is shown, so that what comes late for a page that was left is dropped. */
let turn = 0;

async function show() {
  const mine = ++turn;
  const name = shown();
  links(name);
  document.title = `${PAGES[name].title} · Voice Agent`;
  main.setAttribute('aria-busy', 'true');
  try {
    const nodes = await PAGES[name].nodes();
    if (mine === turn) main.replaceChildren(...nodes);
  } catch (refusal) {
    if (mine !== turn) return;
    if (refusal.status === 401) return letIn(null);
    main.replaceChildren(element('p', { role: 'alert', class: 'alert' }, refusal.message), element('button', { type: 'button', onclick: show }, 'Try again'));
  } finally {
    if (mine === turn) main.removeAttribute('aria-busy');
  }
}

/** `end` is where who was here can sign out of the identity provider. */
function letIn(signedIn, end = null) {
  nav.hidden = who.hidden = signedIn === null;
  if (signedIn === null) {
    turn++;
    main.removeAttribute('aria-busy');
    return main.replaceChildren(signInWays(letIn, end));
  }
  user = signedIn.user;
  who.querySelector('span').textContent = `${signedIn.user}${signedIn.role === 'viewer' ? ', who may look' : ''}`;
  show();
}

/** Another page begins at its top, with the header in sight. */
function shownAnew() {
  main.focus({ preventScroll: true });
  scrollTo(0, 0);
}

who.querySelector('button').addEventListener('click', () => signOut().finally(() => letIn(null, providerEnd(user))));
window.addEventListener('signed-out', () => nav.hidden || letIn(null));
window.addEventListener('hashchange', () => nav.hidden || show().then(shownAnew));
caller().then(letIn, (refusal) => main.replaceChildren(element('p', { role: 'alert', class: 'alert' }, refusal.message)));
