/**
 * The visitor's consent, where the server requires it: what is wanted before it is given waits for it. It is bound to the
 * session and to a version of the text; the server has the last word.
 */
export class Consent {
  #api;
  #step;
  #refresh;
  #rule = { required: false, version: '' };
  #agreed = null; // the version
  #known = false; // has the server been asked what was agreed to before a refresh?
  #declined = false;
  #doubted = false; // has the server refused what was agreed to already?
  #held = null; // what waits: {act, giveBack}

  /** `step` has `show({focus})`, `hide()`, `declined()`, `failed()` and, where it is asked, `recording`; `refresh()` asks the server for its rule anew. */
  constructor(api, step, refresh) {
    this.#api = api;
    this.#step = step;
    this.#refresh = refresh;
  }

  set rule(rule) {
    this.#rule = rule;
    this.#update();
  }

  get needed() {
    return this.#rule.required && this.#agreed !== this.#rule.version;
  }

  /** What the server remembers, or nothing. */
  restored(consent) {
    this.#known = true;
    if (consent?.conversation) this.#agreed ??= consent.textVersion;
    this.#update();
  }

  /** The session is another one, which knows of no consent. */
  renewed() {
    this.#agreed = null;
    this.#declined = false;
    this.#update();
  }

  /** Acts, at once or when the visitor has agreed; who does not agree gets back by `giveBack` what was typed. */
  pass(act, giveBack = () => {}) {
    if (!this.needed) return act();
    this.#hold({ act, giveBack });
  }

  /**
   * The server requires what was not given, or not after this text; then `act` goes on. Who has agreed while what is refused
   * now was on its way is not asked once more, unless that is refused, too.
   */
  async demand(act = () => {}) {
    await this.#refresh();
    this.#rule = { ...this.#rule, required: true };
    const again = !this.needed && !this.#doubted;
    this.#doubted = again;
    if (again) return act();
    this.#agreed = null;
    this.#hold({ act, giveBack: () => {} });
  }

  async agree() {
    const { version } = this.#rule;
    try {
      await this.#api.consent({ conversation: true, recording: !!this.#step.recording, textVersion: version });
    } catch {
      return this.#step.failed();
    }
    this.#agreed = version;
    this.#update();
  }

  decline() {
    this.#declined = true;
    this.#held?.giveBack();
    this.#held = null;
    this.#step.declined();
  }

  #hold(held) {
    this.#held = held;
    this.#declined = false;
    this.#step.show({ focus: true });
  }

  #update() {
    if (this.needed) {
      if (this.#known && !this.#declined && !this.#held) this.#step.show({ focus: false });
      return;
    }
    this.#step.hide();
    const held = this.#held;
    this.#held = null;
    held?.act();
  }
}
