import { Api } from './api.js';
import { chosen, Choices } from './choices.js';
import { VoiceAgentErrorEvent } from './events.js';
import { whenLeft } from './full-screen.js';
import { PageMemory } from './page-memory.js';
import { Panel } from './panel.js';
import { Playback } from './playback.js';
import { showOffer } from './offer.js';
import { pressed } from './pressed.js';
import { rating } from './rating.js';
import { Readiness } from './readiness.js';
import { restoreConversation } from './restore.js';
import { applicationRoot } from './root.js';
import { settings } from './settings.js';
import { stage } from './stage.js';
import { styleSheets } from './style.js';
import { Talking } from './talking.js';
import { Terms } from './terms.js';
import { View } from './view.js';
import { Voice } from './voice.js';
import { WordedElement } from './worded-element.js';
import { primaryLanguage } from './wording.js';

const ROOT = applicationRoot(import.meta.url);
/** Attributes whose change is put into effect without building the element anew. */
const AT_ONCE = ['listen', 'announce', 'microphone'];

/**
 * `<voice-agent>`: ask a website aloud or in writing, hear and read the answer.
 *
 * Its attributes, property `texts`, methods and events are told in docs/widget.md; `state` is written by the element.
 */
export class VoiceAgent extends WordedElement {
  static observedAttributes = [...WordedElement.observedAttributes, 'layout', ...AT_ONCE, 'memory', 'disclosure'];

  #root = this.attachShadow({ mode: 'open' });
  #view;
  #panel;
  #api;
  #terms;
  #memory = null; // where the page keeps the conversation; also while the element is built anew
  #readiness;
  #voice;
  #talking;
  #choices;
  #rate;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = styleSheets();
  }

  build(wording, language, signal) {
    this.setAttribute('state', 'idle');
    this.#memory = this.getAttribute('memory') === 'page' ? (this.#memory ?? new PageMemory()) : null;
    this.#api = new Api(ROOT, language && primaryLanguage(language), this.#memory, () => this.getAttribute('visitor'));
    this.#readiness = new Readiness(() => this.#api.config(signal), signal);
    this.#view = new View(wording.say, ROOT, this.#actions());
    this.#panel = new Panel(this, this.#view);
    Object.assign(this.#view.node, { lang: wording.language, dir: wording.direction });
    this.#terms = new Terms(wording.say, this.#api, this.#view, {
      aloud: this.getAttribute('disclosure') !== 'shown',
      refresh: () => this.#readiness.recheck(),
      unlock: () => this.#voice.unlock(),
      end: () => this.#talking.end(),
      problem: (problem) => this.dispatchEvent(new VoiceAgentErrorEvent(problem)),
    });
    this.#voice = new Voice(new Playback(), this.#readiness, this.#terms.introduction);
    const shown = stage(this, this.#view, (key) => this.#status(key), this.#terms, this.#memory);
    this.#talking = new Talking(this.#api, this.#voice, this.#readiness, {
      stage: shown,
      listening: { none: () => this.#typedOnly, wanted: () => this.getAttribute('listen') === 'browser', language },
    });
    this.#rate = rating(this.#api, shown);
    this.#choices = new Choices(this.#api, this.#voice, this.#view);
    this.#root.replaceChildren(this.#view.node);
    this.#panel.show(settings.open);
    whenLeft(this, () => this.#panel.open && !this.#panel.inline && this.#end(), signal);
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
    if (this.built && name === 'layout') this.#panel.show(this.#panel.open);
    else if (this.built && AT_ONCE.includes(name)) this.#readiness.onchange();
    else super.attributeChangedCallback();
  }

  get #typedOnly() {
    return this.getAttribute('microphone') === 'off';
  }

  /** Opens the panel and moves the focus into it. */
  open() {
    this.whenBuilt(() => {
      this.#panel.show(true);
      this.#view.focus(this.#typedOnly ? 'question' : 'microphone');
      this.#readiness.poll();
      if (!this.#typedOnly) this.#talking.prepare();
    });
  }

  /** Asks a question as if the visitor had typed it. */
  ask(text) {
    const question = String(text ?? '').trim();
    if (question === '') return;
    this.whenBuilt(() => {
      if (!this.#panel.open) this.open();
      if (question.length > this.#readiness.config.limits.questionCharacters) return this.#view.notice('tooLongTyped');
      this.#terms.pass(() => this.#talking.ask(question), question);
    });
  }

  /** Stops listening, thinking or speaking, at once. */
  interrupt() {
    return this.built && this.#talking.interrupt();
  }

  /** Starts over: the server erases the conversation, and the panel is empty. */
  async reset() {
    if (this.built) await this.#terms.reset();
  }

  async #start(language, signal) {
    Object.assign(this.#api, { ondisabled: () => this.#disable(), onrenewed: () => this.#terms.renewed() });
    this.#readiness.onchange = () => this.#onConfig(language);
    await this.#readiness.refresh().catch(() => {});
    if (signal.aborted) return;
    this.#view.node.hidden = false;
    this.#status(null);
    if (this.#panel.open) this.#readiness.poll();
    const restored = (session) => {
      this.#choices.restored(session.preferences);
      this.#terms.restored(session);
    };
    await restoreConversation(this.#api, restored, signal);
    if (!signal.aborted) this.#terms.restored();
  }

  #onConfig(language) {
    this.#view.log.announcesAll = this.getAttribute('announce') === 'always';
    this.#view.listens = !this.#typedOnly;
    const parts = { view: this.#view, terms: this.#terms, voice: this.#voice, talking: this.#talking };
    showOffer(this.#readiness, language, parts);
    if (this.#talking.state === 'idle') this.#status(null);
  }

  /** What the view can ask for. */
  #actions() {
    return {
      toggle: () => (this.#panel.open ? this.#close() : this.open()),
      close: () => this.#close(),
      ask: (text) => this.ask(text),
      stop: () => this.interrupt(),
      reset: () => this.reset(),
      ...pressed(() => ({ talking: this.#talking, terms: this.#terms, view: this.#view })),
      ...chosen(() => this.#choices),
      say: (text, onover) => this.#talking.say(text, onover),
      rate: this.#memory ? null : (turnId, rating) => this.#rate(turnId, rating),
    };
  }

  #status(key) {
    this.#view.status(key ?? this.#talking.idleStatus, this.#readiness.values);
  }

  #close() {
    this.#end();
    this.#view.focus('bubble');
  }

  #end() {
    this.#talking.end();
    this.#panel.show(false);
  }

  /** Nobody misses what was never there; who is talking is told. */
  #disable() {
    this.#talking.end();
    if (this.#panel.open && !this.#view.node.hidden) return this.#view.notice('disabled');
    this.hidden = true;
    this.endLife();
  }

  #onKey(event) {
    if (event.key !== 'Escape' || event.isComposing) return;
    const within = event.composedPath().includes(this);
    if ((within && this.#view.options.close()) || this.interrupt()) return event.preventDefault();
    if (this.#panel.open && !this.#panel.inline && within) this.#close();
  }
}
