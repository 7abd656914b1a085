import { pause } from './turn.js';
import { secondsOfDayLeft, wait } from './wait.js';

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

/** What to tell where the day's budget allows less than everything, by the server's word for it. */
const SPENT = { text: 'textOnly', site: 'siteOnly', closed: 'closed' };

/** Used until the server has told its own. */
export const DEFAULTS = Object.freeze({
  greeting: '',
  languages: ['en'],
  limits: {
    questionCharacters: 2000,
    utteranceSeconds: 60,
    utteranceBytes: 10485760,
    bargeInMilliseconds: 150,
    speakCharacters: 2000,
    historyMessages: 40,
  },
  engines: {},
  service: 'voice',
  switches: { direct: true },
  consent: { required: false, version: '' },
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

  /** Has the engine of this stage failed to load, so that there is nothing to wait for? */
  unavailable(stage) {
    return this.config.engines?.[stage]?.unavailable === true;
  }

  /** May this stage be paid for today? What runs inside the server costs nothing. */
  #affordable(stage) {
    const { service, engines } = this.config;
    return !SPENT[service] || (service !== 'closed' && engines?.[stage]?.engine === 'embedded');
  }

  /** The key of why this stage, `transcription` or `speech`, does not work at the moment, or null. */
  refusal(stage) {
    const listens = stage === 'transcription';
    if (!this.#affordable(stage)) return this.config.service === 'text' && !listens ? 'speechSpent' : SPENT[this.config.service];
    if (this.unavailable(stage)) return listens ? 'voiceUnavailable' : 'speechUnavailable';
    return this.ready(stage) ? null : 'voiceWarmingUp';
  }

  /** The values in the sentences of `idleStatus` and `refusal`. */
  get values() {
    return { wait: wait(secondsOfDayLeft()) };
  }

  /** Is there nothing to wait for any more? */
  get settled() {
    const settled = (stage) => this.ready(stage) || this.unavailable(stage);
    return this.#loaded && ['transcription', 'answer', 'speech'].every(settled);
  }

  /** The key of what to tell a visitor who has asked nothing yet. */
  get idleStatus() {
    if (this.config.service === 'text') return this.refusal('transcription') ?? this.refusal('speech') ?? 'hint';
    if (SPENT[this.config.service]) return SPENT[this.config.service];
    if (this.exhausted) return 'stillWarmingUp';
    if (!this.ready('answer')) return 'answerWarmingUp';
    if (this.unavailable('transcription')) return 'voiceUnavailable';
    if (this.unavailable('speech') && this.ready('transcription')) return 'speechUnavailable';
    return this.ready('transcription') && this.ready('speech') ? 'hint' : 'warmingUp';
  }

  async refresh() {
    const config = await this.#load();
    this.#loaded = true;
    this.config = { ...DEFAULTS, ...config, limits: { ...DEFAULTS.limits, ...config.limits } };
    this.onchange();
    return this.settled;
  }

  /** Asks once whether the server offers more, or less, than when it was last asked. */
  recheck() {
    return this.refresh().catch(() => {});
  }

  /** Asks now, and until all is ready or has failed, or it has been asked enough; a call while polling changes nothing. */
  poll() {
    this.exhausted = false;
    this.#polling ??= this.#pollUntilReady()
      .catch(() => {})
      .finally(() => (this.#polling = null));
    return this.#polling;
  }

  async #pollUntilReady() {
    await this.recheck();
    for (let asked = 0; !this.settled; asked++) {
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
