/**
 * The visitor's session: an unguessable id, minted by the server, kept for this tab, or the page, only and sent as a Bearer token;
 * never in a URL, never in a cookie. It is asked for when the first question needs it.
 */
export class Session {
  #key;
  #mint;
  #storage;
  #id = null;
  #minting = null;

  /** `mint` asks the server for a new id; `server` keeps the ids of two servers on one page apart; `storage` has `recall(key)`
   *  and `keep(key, value)`. */
  constructor(server, mint, storage = { recall, keep }) {
    this.#key = `voice-agent.session ${server}`;
    this.#mint = mint;
    this.#storage = storage;
    this.#id = storage.recall(this.#key);
  }

  /** The id, or null when none has been minted yet. */
  get id() {
    return this.#id;
  }

  /** The id, minted if need be; calls at the same time share one. */
  async open() {
    if (this.#id) return this.#id;
    this.#minting ??= this.#mint().finally(() => (this.#minting = null));
    this.#id = await this.#minting;
    this.#storage.keep(this.#key, this.#id);
    return this.#id;
  }

  /** Forgets `id`; false when another call has replaced it already. */
  forget(id = this.#id) {
    if (this.#id !== id) return false;
    this.#id = null;
    this.#storage.keep(this.#key, null);
    return true;
  }
}

/** What this tab remembers under the key, or null; a page in a sandbox has no storage and remembers nothing. */
export function recall(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keep(key, value) {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // no storage: the value lives as long as the page
  }
}
