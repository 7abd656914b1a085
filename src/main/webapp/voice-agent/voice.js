import { Speech } from './speech.js';

/** The agent's voice: whether answers are spoken, and the speech of the answer under way. */
export class Voice {
  #playback;
  #readiness;
  #introduction;
  #speech = null;
  #on = true;
  #offTold = false;
  /** Is the page in a language the engines know? */
  knowsLanguage = true;

  constructor(playback, readiness, introduction) {
    this.#playback = playback;
    this.#introduction = introduction;
    this.#readiness = readiness;
  }

  /** How many sentences of the answer have been heard to their end; null when it is read only. */
  get heard() {
    return this.#speech && this.#on ? this.#speech.heard : null;
  }

  /** The key of why the agent does not listen at the moment, or null. */
  get deaf() {
    return this.knowsLanguage ? this.#readiness.refusal('transcription') : 'voiceNotInLanguage';
  }

  /** The key of why it does not speak at the moment, or null. */
  get mute() {
    return this.knowsLanguage ? this.#readiness.refusal('speech') : 'voiceNotInLanguage';
  }

  /** The key of what to tell a visitor who has asked nothing yet. */
  get idleStatus() {
    return this.knowsLanguage ? this.#readiness.idleStatus : 'voiceNotInLanguage';
  }

  /** Are answers spoken? Switching it off silences the one under way; its text goes on. */
  set on(on) {
    this.#on = on;
    if (on) return;
    this.#introduction.silence();
    this.#speech?.silence();
    this.stop();
  }

  /** How loud it speaks: 0 to 1. */
  set volume(volume) {
    this.#playback.volume = volume;
  }

  /** The AudioContext, running; call it synchronously inside a press or a key. */
  unlock() {
    return this.#playback.unlock();
  }

  /** Nearly silent, at once, and back. */
  hush(on) {
    this.#playback.hush(on);
  }

  /** Silence, at once. */
  stop() {
    this.#playback.stop();
  }

  /** Gives the sound device back. */
  close() {
    this.#playback.close();
  }

  /** As `speak`; resolves to null also when the answer could not be heard. */
  async begin(signal, observer) {
    this.#speech = null;
    if (!this.#on || this.mute || !(await this.#playback.audible())) return this.#introduction.shown();
    return this.speak(signal, observer);
  }

  /**
   * Begins the speech of an answer while the sound device runs; null when it is to be read only. `observer` has
   * `onaudible()`, `onquiet()` when the answer does not sound yet after what is said before it, `onsentence(index)`,
   * optionally `onheard(index)`, and `onoff(problem)`, called once until the voice has worked again.
   */
  speak(signal, observer) {
    this.#speech = null;
    if (!this.#on || this.mute) return this.#introduction.shown();
    let sounds = false;
    const { onaudible, onquiet } = observer;
    const speech = this.#begun(signal, { ...observer, onaudible: () => (sounds = true) && onaudible() });
    const onover = () => sounds || signal.aborted || onquiet();
    const introduced = this.#introduction.begin(this.#playback, signal, { onaudible, onover });
    if (introduced) speech.after(introduced);
    return speech;
  }

  /** As `begin`, of what the visitor asks to hear, though answers may only be read. */
  async again(signal, observer) {
    this.#speech = null;
    return !this.mute && (await this.#playback.audible()) ? this.#begun(signal, observer) : null;
  }

  #begun(signal, { onaudible, onsentence, onheard, onoff }) {
    this.#speech = new Speech(this.#playback, signal, {
      onsentence,
      onheard,
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
