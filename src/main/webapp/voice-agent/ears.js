import { abortable } from './abortable.js';
import { listeningParts } from './listening-parts.js';
import { Problem } from './problems.js';
import { settings } from './settings.js';

/** What the server's ears cannot do does not matter to the browser's; what is to be said of the agent then. */
const HEARD_ANYWAY = { voiceUnavailable: 'hint', voiceNotInLanguage: 'hint', textOnly: 'speechSpent' };
const READING_MS = 1000; // a second press so soon was part of the first

/** The browser's own recognition of speech, or undefined. */
export function browserRecognition(window = globalThis) {
  return window.SpeechRecognition ?? window.webkitSpeechRecognition;
}

/**
 * What a pressed microphone listens with: the server's ears, or the browser's own where the owner of the page wants that and
 * the browser has some.
 */
export class Ears {
  #voice;
  #readiness;
  #none;
  #wanted;
  #language;
  #useless = false;
  #noted = null; // when the visitor was told who listens

  /** `none()` says whether nobody is to listen, `wanted()` whether the browser's own are to be used; `language` is the page's. */
  constructor(voice, readiness, { none, wanted, language }) {
    this.#none = none;
    this.#voice = voice;
    this.#readiness = readiness;
    this.#wanted = wanted;
    this.#language = language;
  }

  get #own() {
    return this.#wanted() && !this.#useless && browserRecognition() !== undefined;
  }

  /** The key of why nobody listens at the moment, or null. */
  get refusal() {
    if (this.#none()) return 'microphoneOff';
    if (!this.#own) return this.#voice.deaf;
    return this.#readiness.config.service === 'closed' ? 'closed' : null;
  }

  /** The key of what to tell a visitor who has asked nothing yet. */
  get idleStatus() {
    const status = this.#voice.idleStatus;
    if (this.#none()) return status === 'hint' ? 'microphoneOff' : status;
    return this.#own ? HEARD_ANYWAY[status] ?? status : status;
  }

  /** The key of what the visitor must read before they listen, or null when it has been read. */
  note(now = performance.now()) {
    if (!this.#own || settings.toldWhoListens) return null;
    this.#noted ??= now;
    if (now - this.#noted < READING_MS) return 'browserListens';
    settings.toldWhoListens = true;
    return null;
  }

  /** One utterance, or one question; the stage shows what is happening. `hearing` is {signal, enough, held, onopen}. */
  async listen(stage, hearing) {
    const context = this.#voice.unlock();
    const { limits } = this.#readiness.config;
    const holds = hearing.held();
    stage.status('handsFreeConnecting');
    const { listen, listenInBrowser } = await abortable(listeningParts(), hearing.signal);
    if (holds && !hearing.held()) throw Problem.local('no-speech'); // let go before anybody could hear
    stage.status('microphone');
    if (!this.#own) return { utterance: await listen(context, limits, stage, hearing) };
    const onuseless = () => (this.#useless = true);
    return { question: await listenInBrowser(browserRecognition(), this.#language, limits, stage, { ...hearing, onuseless }) };
  }
}
