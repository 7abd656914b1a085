import { element } from './dom.js';
import { dressHandoff } from './handoff-look.js';
import { HandoffMessage } from './handoff-message.js';
import { handoffWords } from './handoff-words.js';
import { applicationRoot } from './root.js';

const MOST_CHARACTERS = 200; // the server's limit
const ROOT = applicationRoot(import.meta.url);

/**
 * Offers the way to a person below the answer of a `line`; the server says how, `{url, message}`. Of a conversation that only
 * the page keeps there is nothing to send along. `api` has the session.
 */
export function offerHandoff(line, { url, message }, api) {
  const { node } = line;
  if (node.querySelector('.handoff')) return;
  const words = handoffWords(node.closest('[lang]')?.lang);
  const place = element('div', { class: 'remark handoff', part: 'handoff' });
  const address = personAddress(url, ROOT);
  if (address) place.append(element('a', { href: address, rel: 'noopener', part: 'handoff-link' }, words.talk));
  if (message) place.append(opener(address ? words.message : words.talk, () => messageForm(words, api), line));
  dressHandoff(node.getRootNode());
  node.append(place);
  line.ongrowth();
}

/** A button that gives its place to the form. */
function opener(text, makeForm, line) {
  const open = element('button', { type: 'button', class: 'decline', part: 'handoff-open' }, text);
  open.addEventListener('click', () => {
    const form = makeForm();
    open.replaceWith(form);
    form.querySelector('input').focus();
    line.ongrowth();
  });
  return open;
}

/** The absolute address, if it leads to a page, a mail or a telephone and nowhere else. */
export function personAddress(url, root) {
  if (!url || !URL.canParse(url, root)) return null;
  const address = new URL(url, root);
  return ['https:', 'http:', 'mailto:', 'tel:'].includes(address.protocol) ? address.href : null;
}

/** Not announced as a whole, like an answer would be: only what becomes of it is. */
function messageForm(words, api) {
  const contact = element('input', { type: 'text', maxlength: String(MOST_CHARACTERS), autocomplete: 'email' });
  const along = api.resumes ? element('input', { type: 'checkbox' }) : null;
  const send = element('button', { type: 'submit', class: 'agree', part: 'handoff-send' }, words.send);
  const told = element('p', { class: 'told', role: 'status' });
  const form = element(
    'form',
    { class: 'handoff-form', part: 'handoff-form', 'aria-live': 'off', 'aria-label': words.message },
    element('label', {}, words.contact, contact),
    ...(along ? [element('label', {}, along, ` ${words.along}`)] : []),
    send,
    told,
  );
  const message = new HandoffMessage((json) => api.inSession('sessions/current/handoff', { method: 'POST', json }), (state) => {
    told.textContent = words[state] ?? '';
    send.setAttribute('aria-disabled', String(state === 'sending'));
    if (state !== 'sent') return;
    form.replaceChildren(told);
    told.tabIndex = -1;
    told.focus(); // the button that had it is gone
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    message.send({ contact: contact.value, includeTranscript: along?.checked ?? false });
    if (message.state === 'empty') contact.focus();
  });
  return form;
}
