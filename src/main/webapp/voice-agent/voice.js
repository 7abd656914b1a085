import { Speech } from './speech.js';

/** The agent's voice: whether answers are spoken, and the speech of the answer under way. */
export class Voice {
  #api;
  #playback;
  #readiness;
  #speech = null;
  #on = true;
  #offTold = false;
  /** Is the page in a language the engines know? */
  knowsLanguage = true;

  constructor(api, playback, readiness) {
    this.#api = api;
    this.#playback = playback;
    this.#readiness = readiness;
  }

  /** Are answers spoken? Switching it off silences the one under way; its text goes on. */
  set on(on) {
    this.#on = on;
    if (on) return;
    this.#speech?.silence();
    this.stop();
  }

  /** The AudioContext, running; call it synchronously inside a press or a key. */
  unlock() {
    return this.#playback.unlock();
  }

  /** Silence, at once. */
  stop() {
    this.#playback.stop();
  }

  /** Gives the sound device back. */
  close() {
    this.#playback.close();
  }

  /**
   * Begins the speech of an answer, or null when it is to be read only. `observer` has `onaudible()`,
   * `onsentence(index)` and `onoff(problem)`, called once until the voice has worked again.
   */
  begin(signal, { onaudible, onsentence, onoff }) {
    this.#speech = null;
    if (!this.#on || !this.knowsLanguage || !this.#readiness.ready('speech')) return null;
    this.#speech = new Speech((text, requests) => this.#api.speak(text, requests), this.#playback, signal, {
      onsentence,
      onaudible: () => {
        this.#offTold = false;
        onaudible();
      },
      onfailure: (problem) => {
        if (!this.#offTold) onoff(problem);
        this.#offTold = true;
      },
    });
    return this.#speech;
  }
}
