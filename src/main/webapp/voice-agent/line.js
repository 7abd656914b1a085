import { AnswerActions } from './answer-actions.js';
import { element } from './dom.js';

/** One turn in the log. */
export class Line {
  #texts;
  #root;
  #actions;
  #response;
  #remark;
  #sentences = new Map();
  #offer = null; // what can be done with the answer, once it is complete
  #aloud = false;
  announcesAll = false;
  ongrowth = () => {};
  /** Told of each end: `{outcome, response, sources, heard}`, `heard` sentences of one that was interrupted. */
  onend = () => {};
  node;

  constructor({ texts, root, actions }, turnId, question) {
    this.#texts = texts;
    this.#root = root;
    this.#actions = actions;
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

  /** The first sentences. */
  told(count) {
    return [...this.#sentences.values()].slice(0, count).map((node) => node.textContent).join(' ');
  }

  /** `aloud`: it is spoken as well. */
  sentence(index, text, aloud = false) {
    this.#hush(aloud);
    const sentence = element('span', { class: 'sentence', part: 'sentence' }, text);
    this.#response.append(this.#sentences.size > 0 ? ' ' : spoken(this.#texts('agent')));
    this.#sentences.set(index, sentence);
    this.#response.append(sentence);
    this.ongrowth();
  }

  /** From this sentence on nothing is spoken: what was left to the voice is announced now. Said again, it changes nothing. */
  unspoken(from) {
    if (!this.#aloud) return;
    this.#hush(false);
    for (const [index, sentence] of this.#sentences) {
      if (index >= from) this.#response.append(' ', sentence); // anew, which is what announces it
    }
  }

  /** Marks the sentence that is being heard; null for none. */
  speaking(index) {
    for (const [i, sentence] of this.#sentences) sentence.classList.toggle('spoken', i === index);
  }

  /** Shows the end of the turn: what the sentences have not told yet, the sources, and how it ended. */
  finish({ response, sources, outcome = 'done', heard, rating }) {
    this.onend({ outcome, response, sources, heard });
    this.#response.classList.remove('underway');
    if (this.#sentences.size === 0 && response) this.#response.append(spoken(this.#texts('agent')), response);
    this.#response.hidden = this.#response.childNodes.length === 0;
    if (sources?.length) this.#response.after(this.#sourceList(sources));
    if (outcome === 'interrupted') this.#remark.textContent = this.#texts('interrupted');
    else if (this.#response.hidden) this.#remark.textContent = this.#texts('unanswered');
    if (outcome !== 'failed') this.#offers(response, rating);
    this.ongrowth();
  }

  /** The answer begins anew, maybe as another turn. */
  restart(turnId) {
    this.onend({ outcome: 'restarted' });
    this.node.dataset.turn = turnId;
    this.#offer?.node.remove();
    this.#offer = null;
    this.#sentences.clear();
    this.#response.replaceChildren();
    this.#response.classList.add('underway');
    this.#response.hidden = false;
    this.#remark.textContent = '';
  }

  #offers(response, rating) {
    const text = response || [...this.#sentences.values()].map((sentence) => sentence.textContent).join(' ');
    if (this.#offer || !text) return;
    this.#offer = new AnswerActions(this.#texts, this.#actions, { turnId: this.node.dataset.turn, text, rating });
    this.node.append(this.#offer.node);
  }

  #hush(aloud) {
    this.#aloud = aloud && !this.announcesAll;
    if (this.#aloud) this.#response.setAttribute('aria-live', 'off');
    else this.#response.removeAttribute('aria-live');
  }

  #sourceList(sources) {
    const list = element('ul', { class: 'sources', part: 'sources', 'aria-label': this.#texts('sources') });
    if (this.#aloud) list.setAttribute('aria-live', 'off');
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
