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
  #recorded = false; // as far as anybody knows here: never less than what the server does
  #telling = Promise.resolve();

  /** `step` has `show({focus})`, `hide()`, `declined()`, `failed()`, which answers its words, and `recording`; `refresh()` asks the server for its rule anew. */
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
    if (consent?.conversation && !this.#agreed) {
      this.#agreed = consent.textVersion;
      this.#record(!this.needed && consent.recording); // after another text nobody is recorded
    }
    this.#update();
  }

  /** The session is another one, which knows of no consent. */
  renewed() {
    this.#agreed = null;
    this.#declined = false;
    this.#record(false);
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
    this.#record(false);
    this.#hold({ act, giveBack: () => {} });
  }

  /** One after the other: the last press is the last word. Answers what the visitor is told, when it fails. */
  agree() {
    const recording = !!this.#step.recording;
    return (this.#telling = this.#telling.then(() => this.#tell(recording)));
  }

  async #tell(recording) {
    const { version } = this.#rule;
    try {
      await this.#api.consent({ conversation: true, recording, textVersion: version });
    } catch {
      this.#record(recording || this.#recorded); // it may have arrived all the same
      return this.#step.failed();
    }
    this.#record(recording);
    this.#agreed = version;
    this.#update();
  }

  #record(recording) {
    this.#step.recording = this.#recorded = recording;
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
