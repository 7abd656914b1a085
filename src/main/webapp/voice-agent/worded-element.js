import { wordingIn } from './wording.js';

/**
 * An element that is built when it is connected, in the words of its `lang` attribute, or of the page, and anew when they
 * change. Whoever extends it has `build(wording, language, signal)`, where `signal` ends with this life, and `tearDown()`.
 */
export class WordedElement extends HTMLElement {
  static observedAttributes = ['lang'];

  #texts = {};
  #lifetime = null;
  #built = null; // settles when there is something to act on
  #isBuilt = false;

  connectedCallback() {
    const { signal } = (this.#lifetime = new AbortController());
    this.#adoptTexts();
    const language = this.closest('[lang]')?.lang || undefined;
    this.#built = wordingIn(language, this.#texts).then((wording) => {
      if (signal.aborted) return;
      this.build(wording, language, signal);
      this.#isBuilt = true;
    });
  }

  disconnectedCallback() {
    this.endLife();
    if (this.#isBuilt) this.tearDown();
    this.#isBuilt = false;
  }

  attributeChangedCallback() {
    this.#rebuild();
  }

  /** Sentences of the page's own, by the keys of texts-en.js and texts-listening-en.js; the widget's own come after them. */
  get texts() {
    return this.#texts;
  }

  set texts(texts) {
    this.#texts = texts ?? {};
    this.#rebuild();
  }

  /** Connected, and not given up? */
  get alive() {
    return this.#lifetime !== null && !this.#lifetime.signal.aborted;
  }

  get built() {
    return this.#isBuilt && this.alive;
  }

  endLife() {
    this.#lifetime?.abort();
  }

  /** Now, so that it stays inside a press where there was one; or as soon as there is something to act on. */
  whenBuilt(act) {
    if (this.built) act();
    else if (this.alive) this.#built.then(() => this.built && act());
  }

  /** Of an element that was given them before this class was there. */
  #adoptTexts() {
    if (!Object.hasOwn(this, 'texts')) return;
    this.#texts = this.texts ?? {};
    delete this.texts;
  }

  #rebuild() {
    if (!this.isConnected || !this.alive) return;
    this.disconnectedCallback();
    this.connectedCallback();
  }
}
