import { button, element } from './dom.js';

const KEPT_MS = 60_000; // a download that waits for the visitor's permission still finds its file

/** What a visitor may do with what was said: take it along, and have it deleted. */
export class OwnData {
  #texts;
  #actions;
  #told;
  node;

  /** `actions` are `export()`, which resolves to an object or null, and `erase()`, to the receipt or null. */
  constructor(texts, actions) {
    this.#texts = texts;
    this.#actions = actions;
    const take = button({ part: 'own-data', text: texts('download') });
    const erase = button({ part: 'own-data', text: texts('delete') });
    take.addEventListener('click', () => this.#download());
    erase.addEventListener('click', () => this.#erase());
    this.#told = element('p', { class: 'told', 'aria-live': 'polite' });
    this.node = element('div', { class: 'own-data-place' }, element('div', { class: 'pair' }, take, erase), this.#told);
  }

  /** What was told is old: the conversation goes on. */
  quiet() {
    this.#told.textContent = '';
  }

  async #download() {
    this.quiet();
    try {
      const all = await this.#actions.export();
      if (all) save(all);
      this.#tell(all ? 'downloaded' : 'nothingKept');
    } catch {
      this.#tell('downloadFailed');
    }
  }

  async #erase() {
    this.quiet();
    try {
      const [key, values] = this.#receipt(await this.#actions.erase());
      this.#tell(key, values);
    } catch {
      this.#tell('eraseFailed');
    }
  }

  /** In words, what the server says it has erased. */
  #receipt(receipt) {
    const { erased = {}, pending = [] } = receipt ?? {};
    if (pending.length > 0) return ['deletedLater'];
    const parts = Object.entries(erased)
      .filter(([, count]) => count > 0)
      .map(([store, count]) => this.#texts(store === 'conversations' ? 'erasedConversations' : 'erasedOther', { store, count }));
    return parts.length > 0 ? ['deleted', { erased: parts.join(', ') }] : ['nothingKept'];
  }

  #tell(key, values) {
    this.#told.textContent = this.#texts(key, values);
  }
}

/** Saves an object as a file. A download is a navigation, which needs no word of the page's policy. */
function save(all) {
  const url = URL.createObjectURL(new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' }));
  element('a', { href: url, download: 'conversation.json' }).click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
