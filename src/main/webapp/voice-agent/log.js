import { element } from './dom.js';

const QUIET_MS = 400; // a screen reader must have seen the restored turns before the region becomes live again
const NEAR_PIXELS = 60;

/** The conversation as the visitor sees it: a polite live region to which each sentence is added once. */
export class ConversationLog {
  #texts;
  #root; // relative source addresses are relative to the web application
  #turns;
  #greeting;
  #disclosure; // may be empty: a page may say it elsewhere
  #captions = true;
  #following = true; // until the visitor scrolls back to read
  node;

  constructor(texts, root) {
    this.#texts = texts;
    this.#root = root;
    this.#greeting = element('p', { class: 'response greeting', part: 'response', dir: 'auto' }, texts('greeting'));
    this.#disclosure = element('p', { class: 'remark', part: 'disclosure', dir: 'auto' }, texts('disclosure'));
    this.#turns = element('div', { class: 'turns' }, this.#greeting, this.#disclosure);
    const role = { role: 'log', 'aria-label': texts('conversation'), 'aria-live': 'polite', tabindex: '0' };
    this.node = element('div', { part: 'log', class: 'log', ...role }, this.#turns);
    this.node.addEventListener('scroll', () => {
      this.#following = this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < NEAR_PIXELS;
    });
    new ResizeObserver(() => this.#follow()).observe(this.node);
  }

  greet(text) {
    if (text) this.#quietly(() => this.#greeting.replaceChildren(text));
  }

  /** Without captions the answer is only heard; its text appears, unannounced, when it has been said. */
  set captions(on) {
    this.#captions = on;
    this.node.setAttribute('aria-live', on ? 'polite' : 'off');
    this.node.classList.toggle('unwritten', !on);
  }

  question(turnId, question) {
    const line = new Line(this.#texts, this.#root, turnId, question);
    this.#turns.append(line.node);
    this.#following = true;
    this.#follow();
    line.ongrowth = () => this.#follow();
    return line;
  }

  /** Shows turns from before a refresh, above what has been said since; announces nothing. */
  restore(turns) {
    const shown = new Set([...this.#turns.children].map((node) => node.dataset.turn));
    this.#quietly(() => {
      for (const { turnId, question, response, sources, outcome } of turns) {
        if (shown.has(turnId)) continue;
        const line = new Line(this.#texts, this.#root, turnId, question);
        line.finish({ response, sources, outcome });
        const later = [...this.#turns.children].find((node) => shown.has(node.dataset.turn) && node.dataset.turn);
        this.#turns.insertBefore(line.node, later ?? null);
      }
      this.#follow();
    });
  }

  /** A remark that is neither the visitor's nor the agent's. */
  remark(key) {
    this.#turns.append(element('p', { class: 'remark' }, this.#texts(key)));
    this.#follow();
  }

  clear() {
    this.#quietly(() => this.#turns.replaceChildren(this.#greeting, this.#disclosure));
  }

  #quietly(change) {
    this.node.setAttribute('aria-live', 'off');
    change();
    setTimeout(() => (this.captions = this.#captions), QUIET_MS);
  }

  #follow() {
    if (this.#following) this.node.scrollTop = this.node.scrollHeight;
  }
}

/** One turn in the log. */
export class Line {
  #texts;
  #root;
  #response;
  #remark;
  #sentences = new Map();
  ongrowth = () => {};
  node;

  constructor(texts, root, turnId, question) {
    this.#texts = texts;
    this.#root = root;
    const visitor = element('p', { class: 'question', part: 'question', dir: 'auto' }, spoken(texts('you')), question);
    this.#response = element('p', { class: 'response underway', part: 'response', dir: 'auto' });
    this.#remark = element('p', { class: 'remark' });
    this.node = element('div', { class: 'turn', part: 'turn', 'data-turn': turnId }, visitor, this.#response, this.#remark);
  }

  /** How many sentences have been shown. */
  get count() {
    return this.#sentences.size;
  }

  has(index) {
    return this.#sentences.has(index);
  }

  sentence(index, text) {
    const sentence = element('span', { class: 'sentence' }, text);
    this.#response.append(this.#sentences.size > 0 ? ' ' : spoken(this.#texts('agent')));
    this.#sentences.set(index, sentence);
    this.#response.append(sentence);
    this.ongrowth();
  }

  /** Marks the sentence that is being heard; null for none. */
  speaking(index) {
    for (const [i, sentence] of this.#sentences) sentence.classList.toggle('spoken', i === index);
  }

  /** Shows the end of the turn: what the sentences have not told yet, the sources, and how it ended. */
  finish({ response, sources, outcome = 'done' }) {
    this.#response.classList.remove('underway');
    if (this.#sentences.size === 0 && response) this.#response.append(spoken(this.#texts('agent')), response);
    this.#response.hidden = this.#response.childNodes.length === 0;
    if (sources?.length) this.#response.after(this.#sourceList(sources));
    if (outcome === 'interrupted') this.#remark.textContent = this.#texts('interrupted');
    else if (this.#response.hidden) this.#remark.textContent = this.#texts('unanswered');
    this.ongrowth();
  }

  /** The answer begins anew. */
  restart() {
    this.#sentences.clear();
    this.#response.replaceChildren();
    this.#response.classList.add('underway');
    this.#response.hidden = false;
    this.#remark.textContent = '';
  }

  #sourceList(sources) {
    const list = element('ul', { class: 'sources', part: 'sources', 'aria-label': this.#texts('sources') });
    for (const { title, url } of sources) {
      const address = webAddress(url, this.#root);
      const label = title || address || '';
      const link = address && element('a', { href: address, rel: 'noopener', part: 'source' }, label);
      if (label) list.append(element('li', {}, link || label));
    }
    return list;
  }
}

/** The absolute address, if it leads to a web page and nowhere else. */
export function webAddress(url, root) {
  if (!url || !URL.canParse(url, root)) return null;
  const address = new URL(url, root);
  return ['http:', 'https:'].includes(address.protocol) ? address.href : null;
}

/** By itself: what is said has its own direction, whatever the language of this word. */
function spoken(speaker) {
  return element('bdi', { class: 'unseen' }, `${speaker}: `);
}
