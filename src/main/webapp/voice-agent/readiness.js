import { pause } from './turn.js';

const HEADER_BYTES = 44; // of a WAV

/** Milliseconds until the server is asked again whether its engines are ready; null when it has been asked enough. */
export function pollDelay(asked) {
  return asked < 25 ? Math.min(30_000, 1500 * 1.4 ** asked) : null;
}

/** The longest utterance the server takes, in milliseconds, with a margin for what is recorded while it is told. */
export function longestUtteranceMs({ utteranceSeconds, utteranceBytes }, rate) {
  const seconds = Math.min(utteranceSeconds, (utteranceBytes - HEADER_BYTES) / (rate * 2));
  return seconds * 1000 - 500;
}

/** Used until the server has told its own. */
export const DEFAULTS = Object.freeze({
  greeting: '',
  languages: ['en'],
  limits: { questionCharacters: 2000, utteranceSeconds: 60, utteranceBytes: 10485760 },
  engines: {},
});

/** What the server offers at the moment. Asks again, ever more slowly, while one of its engines is warming up. */
export class Readiness {
  #load;
  #signal;
  #polling = null;
  #loaded = false;
  config = DEFAULTS;
  /** Called after each answer of the server, and when it will not be asked any more. */
  onchange = () => {};
  /** Has it been asked enough, in vain? */
  exhausted = false;

  /** `load()` fetches the configuration; `signal` ends the polling. */
  constructor(load, signal) {
    this.#load = load;
    this.#signal = signal;
  }

  /** Is the engine of this stage ready, as far as is known? */
  ready(stage) {
    return this.config.engines?.[stage]?.ready !== false;
  }

  get allReady() {
    return this.#loaded && ['transcription', 'answer', 'speech'].every((stage) => this.ready(stage));
  }

  /** The key of what to tell a visitor who has asked nothing yet. */
  get idleStatus() {
    if (this.exhausted) return 'stillWarmingUp';
    if (!this.ready('answer')) return 'answerWarmingUp';
    return this.ready('transcription') && this.ready('speech') ? 'hint' : 'warmingUp';
  }

  async refresh() {
    const config = await this.#load();
    this.#loaded = true;
    this.config = { ...DEFAULTS, ...config, limits: { ...DEFAULTS.limits, ...config.limits } };
    this.onchange();
    return this.allReady;
  }

  /** Polls until all is ready or it has been asked enough; a call while polling changes nothing. */
  poll() {
    this.exhausted = false;
    this.#polling ??= this.#pollUntilReady()
      .catch(() => {})
      .finally(() => (this.#polling = null));
    return this.#polling;
  }

  async #pollUntilReady() {
    for (let asked = 0; !this.allReady; asked++) {
      const delay = pollDelay(asked);
      if (delay === null) {
        this.exhausted = true;
        return this.onchange();
      }
      await pause(delay, this.#signal);
      await this.refresh().catch(() => {});
    }
  }
}
