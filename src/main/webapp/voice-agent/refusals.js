import { element } from './dom.js';

/**
 * Marks buttons that do not work at the moment. They can still be reached and pressed, which tells the sentence; those who
 * do not see it beside them are told by a description.
 */
export class Refusals {
  #texts;
  #nodes;
  #reasons;
  #told = {};

  /** `nodes` are the buttons, by name. */
  constructor(texts, nodes) {
    this.#texts = texts;
    this.#nodes = nodes;
    const reason = ([name]) => [name, element('p', { id: `no-${name}`, hidden: true })];
    this.#reasons = Object.fromEntries(Object.entries(nodes).map(reason));
  }

  /** The descriptions, to be put somewhere beside the buttons. */
  get reasons() {
    return Object.values(this.#reasons);
  }

  /** The key of the sentence and the values in it, or null where the button works. */
  of(name) {
    return this.#told[name] ?? null;
  }

  /** `refusals` has the key of a sentence, or null, by name. Warming up is over soon and marks nothing. */
  set(refusals, values) {
    for (const [name, key] of Object.entries(refusals)) {
      const off = key !== null && key !== 'voiceWarmingUp';
      this.#told[name] = off ? [key, values] : null;
      this.#reasons[name].textContent = off ? this.#texts(key, values) : '';
      attribute(this.#nodes[name], 'aria-disabled', off ? 'true' : null);
      attribute(this.#nodes[name], 'aria-describedby', off ? this.#reasons[name].id : null);
    }
  }
}

function attribute(node, key, value) {
  if (value === null) node.removeAttribute(key);
  else node.setAttribute(key, value);
}
