import { button, element, icon, name } from './dom.js';
import { ConversationLog } from './log.js';
import { Meter } from './meter.js';
import { Options } from './options.js';
import { onPress } from './pressing.js';
import { Refusals } from './refusals.js';

/** Statuses that would be announced over the agent's voice. */
const OVER_THE_VOICE = ['speaking', 'handsFreeSpeaking'];
/** Notices that tell of no trouble. */
const CALM = ['browserListens'];
/** Refusals that may have passed when the agent offers everything again. */
const PASSING = ['voiceWarmingUp', 'textOnly', 'speechSpent', 'siteOnly', 'closed'];

/** What the visitor sees and presses. It decides nothing: presses go to `actions`, and it shows what it is told. */
export class View {
  #texts;
  #parts;
  #noticed = null;
  #status = '';
  #refusals;
  #meter = new Meter();
  log;
  options;
  node;

  /** `actions`: toggle, close, press, hold, release, ask(text), stop, spoken(on), handsFree(on); and those of Options and AnswerActions. */
  constructor(texts, root, actions) {
    this.#texts = texts;
    this.log = new ConversationLog(texts, root, actions);
    this.options = new Options(texts, actions);
    const t = texts;
    const parts = (this.#parts = {
      bubble: button({ part: 'bubble', label: t('open'), drawing: 'talk', 'aria-expanded': 'false', 'aria-controls': 'panel' }),
      close: button({ part: 'close', label: t('close'), drawing: 'close' }),
      notice: element('p', { class: 'notice-text', role: 'alert' }),
      again: button({ part: 'again', text: t('tryAgain'), drawing: 'again' }),
      status: element('p', { role: 'status', part: 'status', class: 'status' }),
      question: element('textarea', { id: 'question', rows: '1', part: 'input', class: 'input', placeholder: t('placeholder'), autocomplete: 'off', enterkeyhint: 'send' }),
      send: button({ part: 'send', label: t('send'), drawing: 'send', type: 'submit' }),
      microphone: button({ part: 'microphone', label: t('askByVoice'), 'aria-pressed': 'false' }),
      stop: button({ part: 'stop', label: t('stopAnswer'), drawing: 'stop' }),
      spoken: button({ part: 'toggle', class: 'toggle spoken', label: t('speakAnswers'), drawing: 'sound', 'aria-pressed': 'true' }),
      handsFree: button({ part: 'toggle', label: t('handsFree'), drawing: 'handsFree', 'aria-pressed': 'false' }),
    });
    parts.microphone.append(icon('microphone'), icon('done'));
    const { microphone, spoken, handsFree } = parts;
    this.#refusals = new Refusals(texts, { microphone, spoken, handsFree });
    parts.noticeBox = element('div', { class: 'notice', part: 'notice' }, parts.notice, parts.again);
    parts.panel = this.#panel(parts);
    this.node = element('div', { class: 'agent', hidden: true }, parts.panel, parts.bubble); // until there is an agent
    this.#wire(parts, actions);
    this.notice(null);
    this.state('idle');
  }

  #panel(parts) {
    const title = element('h2', { id: 'title', class: 'title', part: 'title' }, this.#texts('title'));
    const header = element('div', { class: 'header', part: 'header' }, title, this.options.button, parts.close);
    const label = element('label', { for: 'question', class: 'unseen' }, this.#texts('question'));
    parts.form = element('form', { class: 'form' }, label, parts.question, parts.send);
    const talk = element('div', { class: 'talk' }, parts.microphone, parts.stop);
    const controls = element('div', { class: 'controls' }, parts.spoken, talk, parts.handsFree);
    const status = element('div', { class: 'status-line' }, this.#meter.node, parts.status, ...this.#refusals.reasons);
    const panel = { id: 'panel', class: 'panel', part: 'panel', role: 'region', 'aria-labelledby': 'title' };
    return element('div', panel, header, this.options.node, this.log.node, parts.noticeBox, status, controls, parts.form);
  }

  #wire(parts, actions) {
    const onclick = (node, act) => node.addEventListener('click', act);
    onclick(parts.bubble, actions.toggle);
    onclick(parts.close, actions.close);
    onPress(parts.microphone, { toggle: actions.press, hold: actions.hold, release: actions.release });
    onclick(parts.stop, actions.stop);
    for (const part of ['spoken', 'handsFree']) {
      onclick(parts[part], () => {
        const refusal = this.#refusals.of(part);
        if (refusal) this.notice(...refusal);
        else actions[part](flip(parts[part]));
      });
    }
    parts.form.addEventListener('submit', (event) => {
      event.preventDefault();
      const text = parts.question.value.trim();
      if (text === '') return parts.question.focus();
      parts.question.value = '';
      actions.ask(text);
    });
    parts.question.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      parts.form.requestSubmit();
    });
  }

  /** Shows the state; a button that vanishes hands its focus on. */
  state(state) {
    const { microphone, stop, panel } = this.#parts;
    const listening = state === 'listening';
    microphone.setAttribute('aria-pressed', String(listening));
    name(microphone, this.#texts({ idle: 'askByVoice', listening: 'stopListening' }[state] ?? 'interruptAndAsk'));
    const answering = state === 'thinking' || state === 'speaking';
    if (!answering && stop.matches(':focus')) microphone.focus();
    stop.hidden = !answering;
    panel.dataset.state = state;
    if (!listening) this.level(0);
  }

  status(key, values) {
    this.#status = key ? this.#texts(key, values) : '';
    const quiet = OVER_THE_VOICE.includes(key) && !this.log.announcesAll;
    this.#parts.status.setAttribute('aria-live', quiet ? 'off' : 'polite');
    const over = (key === 'hint' && PASSING.includes(this.#noticed)) || (key === 'textOnly' && this.#noticed === 'speechSpent');
    if (over) this.notice(null);
    else this.#showStatus();
  }

  /** The status line does not repeat what the notice above it says. */
  #showStatus() {
    const { status, notice } = this.#parts;
    const text = this.#status === notice.textContent ? '' : this.#status;
    if (status.textContent !== text) status.textContent = text;
  }

  /** Marks what does not work at the moment: keys of sentences, or null, for `microphone`, `spoken` and `handsFree`. */
  able(refusals, values) {
    this.#refusals.set(refusals, values);
  }

  /** Moves the meter; 0 to 1. */
  level(level) {
    this.#meter.level = level;
  }

  /** A sentence the visitor must not miss, with a way to try again if `again` is given; null takes it away. */
  notice(key, values = {}, again = null) {
    const { notice, noticeBox, again: node, question } = this.#parts;
    if (!again && node.matches(':focus')) question.focus();
    this.#noticed = key;
    noticeBox.hidden = key === null;
    noticeBox.classList.toggle('calm', CALM.includes(key));
    notice.textContent = key ? this.#texts(key, values) : '';
    node.hidden = !again;
    node.onclick = again;
    this.#showStatus();
  }

  set open(open) {
    if (!open) this.options.close();
    this.#parts.panel.hidden = !open;
    this.#parts.bubble.setAttribute('aria-expanded', String(open));
  }

  /** What stands in the field of the question. */
  set draft(text) {
    this.#parts.question.value = text;
  }

  set inline(inline) {
    this.#parts.bubble.hidden = inline;
    this.#parts.close.hidden = inline;
  }

  set longestQuestion(characters) {
    this.#parts.question.maxLength = characters;
  }

  /** Is there anybody who listens? */
  set listens(on) {
    this.#parts.microphone.hidden = this.#parts.handsFree.hidden = !on;
  }

  set spoken(on) {
    this.#parts.spoken.setAttribute('aria-pressed', String(on));
  }

  set handsFree(on) {
    this.#parts.handsFree.setAttribute('aria-pressed', String(on));
  }

  set captions(on) {
    this.options.captions = on;
    this.log.captions = on;
  }

  /** Puts the focus on one of: microphone, question, bubble. */
  focus(part) {
    this.#parts[part].focus();
  }
}

function flip(toggle) {
  const on = toggle.getAttribute('aria-pressed') !== 'true';
  toggle.setAttribute('aria-pressed', String(on));
  return on;
}
