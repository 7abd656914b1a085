import { Speech } from './speech.js';
import { Problem } from './problems.js';
import { wavPieces } from './wav-stream.js';

const PATIENCE_MS = 5000; // for the next piece: the answer waits

/**
 * That an AI answers, said once in a session, before its first answer that is heard; the answer's own speech queues behind it.
 * It counts as heard when it was heard to its end. Where it cannot be heard it has been shown, which is noted as well.
 */
export class Introduction {
  #api;
  #text;
  #aloud;
  #way = null; // how it was given: null, shown, heard
  #speech = null;
  /** Does the server speak texts by themselves? */
  possible = true;

  /** `text` may be empty: then the page tells it; `aloud` is false where it is to be shown only. */
  constructor(api, text, aloud) {
    this.#api = api;
    this.#text = text.trim();
    this.#aloud = aloud;
  }

  /** `disclosure` is what the server remembers of it. */
  restored(disclosure) {
    this.#way ??= disclosure?.way ?? null;
  }

  /** The session is another one. */
  renewed() {
    this.#way = null;
  }

  /**
   * Begins to say it, unless it has been heard; answers null, or what settles when no more of it will come. `onaudible()` when
   * it begins to sound, `onover()` when it has been heard to its end, or ends before.
   */
  begin(playback, signal, { onaudible, onover }) {
    if (this.#way === 'heard' || !this.#text) return null;
    if (!this.#aloud || !this.possible) return this.shown();
    const nothing = () => {};
    const onheard = () => {
      this.#note('heard');
      onover();
    };
    this.#speech = new Speech(playback, signal, { onaudible, onheard, onsentence: nothing, onfailure: nothing });
    return this.#say(this.#speech, signal).catch(() => {
      onover();
      return this.shown();
    });
  }

  /** Says nothing more of it. */
  silence() {
    this.#speech?.silence();
  }

  /** The answer is only read. */
  shown() {
    if (this.#way === null && this.#text) this.#note('shown');
    return null;
  }

  async #say(speech, signal) {
    const limit = new AbortController();
    const stop = () => limit.abort(signal.reason);
    signal.throwIfAborted();
    signal.addEventListener('abort', stop, { once: true });
    const tooLate = () => limit.abort(Problem.local('timeout'));
    let timer = setTimeout(tooLate, PATIENCE_MS);
    try {
      for await (const piece of wavPieces(await this.#api.speak(this.#text, limit.signal))) {
        clearTimeout(timer);
        speech.piece({ index: 0, ...piece });
        timer = setTimeout(tooLate, PATIENCE_MS);
      }
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }

  /** Nobody waits for the server's answer. */
  #note(way) {
    this.#way = way;
    this.#api.disclosed(way).catch(() => {});
  }
}
