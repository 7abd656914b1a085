import { element } from './dom.js';
import { Line } from './line.js';

const QUIET_MS = 400; // a screen reader must have seen the restored turns before the region becomes live again
const NEAR_PIXELS = 60;

/**
 * The conversation as the visitor sees it: a polite live region to which each sentence is added once. What the agent says
 * aloud a screen reader does not say as well, unless the page wants that.
 */
export class ConversationLog {
  #texts;
  #root; // relative source addresses are relative to the web application
  #actions;
  #turns;
  #greeting;
  #disclosure; // may be empty: a page may say it elsewhere
  #draft = element('p', { class: 'question draft', 'aria-hidden': 'true', dir: 'auto' });
  #following = true; // until the visitor scrolls back to read
  /** Is everything announced, what is spoken too? */
  announcesAll = false;
  node;

  /** `actions` are those of AnswerActions. */
  constructor(texts, root, actions) {
    this.#texts = texts;
    this.#root = root;
    this.#actions = actions;
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
    this.node.classList.toggle('unwritten', !on);
  }

  /** Is there no voice to say an answer again? */
  set mute(mute) {
    this.node.classList.toggle('mute', mute);
  }

  question(turnId, question) {
    const line = this.#line(turnId, question);
    this.#turns.append(line.node);
    this.#following = true;
    this.#follow();
    line.ongrowth = () => this.#follow();
    line.announcesAll = this.announcesAll;
    return line;
  }

  /** What is understood so far, to be read while it is said; null when that is over. */
  draft(text) {
    this.#draft.textContent = text;
    if (!text) return this.#draft.remove();
    this.#turns.append(this.#draft);
    this.#following = true;
    this.#follow();
  }

  /** Shows turns from before a refresh, above what has been said since; announces nothing. */
  restore(turns) {
    const shown = new Set([...this.#turns.children].map((node) => node.dataset.turn));
    this.#quietly(() => {
      for (const { turnId, question, ...answer } of turns) {
        if (shown.has(turnId)) continue;
        const line = this.#line(turnId, question);
        line.finish(answer);
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

  #line(turnId, question) {
    return new Line({ texts: this.#texts, root: this.#root, actions: this.#actions }, turnId, question);
  }

  #quietly(change) {
    this.node.setAttribute('aria-live', 'off');
    change();
    setTimeout(() => this.node.setAttribute('aria-live', 'polite'), QUIET_MS);
  }

  #follow() {
    if (this.#following) this.node.scrollTop = this.node.scrollHeight;
  }
}
