import { Api } from './api.js';
import { Choices } from './choices.js';
import { VoiceAgentErrorEvent } from './events.js';
import { whenLeft } from './full-screen.js';
import { Playback } from './playback.js';
import { rating } from './rating.js';
import { Readiness } from './readiness.js';
import { restoreConversation } from './restore.js';
import { applicationRoot } from './root.js';
import { settings } from './settings.js';
import { stage } from './stage.js';
import { styleSheets } from './style.js';
import { Talking } from './talking.js';
import { View } from './view.js';
import { Voice } from './voice.js';
import { WordedElement } from './worded-element.js';
import { primaryLanguage } from './wording.js';

const ROOT = applicationRoot(import.meta.url);

/**
 * `<voice-agent>`: ask a website aloud or in writing, hear and read the answer.
 *
 * Its attributes, property `texts`, methods and events are told in docs/widget.md; `state` is written by the element.
 */
export class VoiceAgent extends WordedElement {
  static observedAttributes = [...WordedElement.observedAttributes, 'layout', 'listen', 'announce'];

  #root = this.attachShadow({ mode: 'open' });
  #view;
  #api;
  #readiness;
  #voice;
  #talking;
  #choices;
  #rate;
  #open = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = styleSheets();
  }

  build(wording, language, signal) {
    this.setAttribute('state', 'idle');
    this.#api = new Api(ROOT, language && primaryLanguage(language));
    this.#readiness = new Readiness(() => this.#api.config(signal), signal);
    this.#view = new View(wording.say, ROOT, this.#actions());
    const shown = stage(this, this.#view, (key) => this.#status(key));
    Object.assign(this.#view.node, { lang: wording.language, dir: wording.direction });
    this.#voice = new Voice(new Playback(), this.#readiness);
    this.#talking = new Talking(this.#api, this.#voice, this.#readiness, {
      stage: shown,
      listening: { wanted: () => this.getAttribute('listen') === 'browser', language },
    });
    this.#rate = rating(this.#api, shown);
    this.#choices = new Choices(this.#api, this.#voice, this.#view);
    this.#root.replaceChildren(this.#view.node);
    this.#show(settings.open);
    whenLeft(this, () => this.#open && !this.#inline && this.#end(), signal);
    document.addEventListener('keydown', (event) => this.#onKey(event), { signal, capture: true });
    window.addEventListener('pagehide', () => this.#talking.leave(), { signal });
    this.#start(language, signal);
  }

  tearDown() {
    this.#talking.end();
    this.#voice.close();
    this.#root.replaceChildren();
  }

  attributeChangedCallback(name) {
    if (name === 'lang') super.attributeChangedCallback();
    else if (this.built && name === 'layout') this.#show(this.#open);
    else if (this.built) this.#readiness.onchange();
  }

  get #inline() {
    return this.getAttribute('layout') === 'inline';
  }

  /** Opens the panel and moves the focus into it. */
  open() {
    this.whenBuilt(() => {
      this.#show(true);
      this.#view.focus('microphone');
      this.#readiness.poll();
    });
  }

  /** Asks a question as if the visitor had typed it. */
  ask(text) {
    const question = String(text ?? '').trim();
    if (question === '') return;
    this.whenBuilt(() => {
      if (!this.#open) this.open();
      if (question.length > this.#readiness.config.limits.questionCharacters) return this.#view.notice('tooLongTyped');
      this.#talking.ask(question);
    });
  }

  /** Stops listening, thinking or speaking, at once. */
  interrupt() {
    return this.built && this.#talking.interrupt();
  }

  /** Starts over: the server erases the conversation, and the panel is empty. */
  async reset() {
    if (!this.built) return;
    this.#talking.end();
    this.#view.notice(null);
    try {
      await this.#api.erase();
      this.#view.log.clear();
    } catch (problem) {
      this.#view.notice('eraseFailed', {}, () => this.reset());
      this.dispatchEvent(new VoiceAgentErrorEvent(problem));
    }
  }

  async #start(language, signal) {
    this.#api.ondisabled = () => this.#disable();
    this.#api.onrenewed = () => this.#view.log.remark('newConversation');
    this.#readiness.onchange = () => this.#onConfig(language);
    await this.#readiness.refresh().catch(() => {});
    if (signal.aborted) return;
    this.#view.node.hidden = false;
    this.#status(null);
    if (this.#open) this.#readiness.poll();
    await restoreConversation(this.#api, this.#view, this.#choices, signal);
  }

  #onConfig(language) {
    const { greeting, languages, limits, switches } = this.#readiness.config;
    this.#view.log.announcesAll = this.getAttribute('announce') === 'always';
    this.#view.log.greet(greeting);
    this.#view.longestQuestion = limits.questionCharacters;
    this.#voice.knowsLanguage = !language || languages.map(primaryLanguage).includes(primaryLanguage(language));
    const refusals = { microphone: this.#talking.deaf, spoken: this.#voice.mute, handsFree: this.#talking.refusal };
    this.#view.log.mute = this.#voice.mute !== null || !switches.direct;
    this.#view.able(refusals, this.#readiness.values);
    this.#talking.check();
    if (this.#talking.state === 'idle') this.#status(null);
  }

  /** What the view can ask for. */
  #actions() {
    return {
      toggle: () => (this.#open ? this.#close() : this.open()),
      close: () => this.#close(),
      press: () => this.#talking.press(),
      hold: () => this.#talking.hold(),
      release: () => this.#talking.release(),
      ask: (text) => this.ask(text),
      stop: () => this.interrupt(),
      reset: () => this.reset(),
      say: (text, onover) => this.#talking.say(text, onover),
      rate: (turnId, rating) => this.#rate(turnId, rating),
      handsFree: (on) => this.#talking.handsFree(on),
      spoken: (on) => this.#choices.spoken(on),
      captions: (on) => this.#choices.captions(on),
      volume: (volume) => this.#choices.volume(volume),
      speed: (speed) => this.#choices.speed(speed),
    };
  }

  #status(key) {
    this.#view.status(key ?? this.#talking.idleStatus, this.#readiness.values);
  }

  #show(open) {
    const inline = this.#inline;
    this.#open = open || inline;
    this.toggleAttribute('open', this.#open);
    this.#view.inline = inline;
    this.#view.open = this.#open;
    settings.open = open && !inline;
  }

  #close() {
    this.#end();
    this.#view.focus('bubble');
  }

  #end() {
    this.#talking.end();
    this.#show(false);
  }

  /** Nobody misses what was never there; who is talking is told. */
  #disable() {
    this.#talking.end();
    if (this.#open && !this.#view.node.hidden) return this.#view.notice('disabled');
    this.hidden = true;
    this.endLife();
  }

  #onKey(event) {
    if (event.key !== 'Escape' || event.isComposing) return;
    const within = event.composedPath().includes(this);
    if ((within && this.#view.options.close()) || this.interrupt()) return event.preventDefault();
    if (this.#open && !this.#inline && within) this.#close();
  }
}
