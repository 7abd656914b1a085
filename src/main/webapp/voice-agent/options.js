import { button, element } from './dom.js';

const SPEEDS = [0.75, 1, 1.25, 1.5];
const PERCENT = 100;

/**
 * The settings: a button, and the section it opens. Whoever has more to offer about the conversation as a whole adds it
 * with `add`.
 */
export class Options {
  #texts;
  #captions;
  #volume;
  #volumeText;
  #speeds;
  #more;
  button;
  node;

  /** `actions`: captions(on), volume(0 to 1), speed(1 is normal), reset(). */
  constructor(texts, actions) {
    this.#texts = texts;
    this.button = button({ part: 'settings', label: texts('settings'), drawing: 'settings', 'aria-expanded': 'false', 'aria-controls': 'options' });
    this.#captions = element('input', { type: 'checkbox', role: 'switch', id: 'captions', class: 'switch' });
    this.#volume = element('input', { type: 'range', id: 'volume', class: 'range', min: '0', max: String(PERCENT), step: '5' });
    this.#volumeText = element('span', { class: 'value', 'aria-hidden': 'true' }); // the range says it itself
    this.#speeds = SPEEDS.map((speed) => element('input', { type: 'radio', name: 'speed', id: `speed-${speed}`, value: String(speed), class: 'unseen' }));
    const reset = button({ part: 'reset', text: texts('startOver'), title: texts('startOverMeaning'), drawing: 'again' });
    this.#more = element('div', { class: 'more' }, reset);
    this.node = this.#section();
    this.#wire(reset, actions);
  }

  #section() {
    const row = (...children) => element('div', { class: 'option' }, ...children);
    const label = (id, key) => element('label', { for: id }, this.#texts(key));
    const choices = this.#speeds.map((input) => [
      input,
      element('label', { for: input.id, class: 'choice' }, this.#texts('times', { value: Number(input.value) })),
    ]);
    const speed = element(
      'fieldset',
      { class: 'option speed' },
      element('legend', {}, this.#texts('speed')),
      element('div', { class: 'choices' }, ...choices.flat()),
    );
    return element(
      'section',
      { id: 'options', class: 'options', part: 'options', 'aria-label': this.#texts('settings'), hidden: true },
      row(label('captions', 'captions'), this.#captions),
      row(label('volume', 'volume'), this.#volume, this.#volumeText),
      speed,
      this.#more,
    );
  }

  #wire(reset, actions) {
    this.button.addEventListener('click', () => (this.open ? this.close() : this.#show()));
    this.#captions.addEventListener('change', () => actions.captions(this.#captions.checked));
    this.#volume.addEventListener('input', () => {
      this.volume = this.#volume.value / PERCENT;
      actions.volume(this.#volume.value / PERCENT);
    });
    for (const input of this.#speeds) input.addEventListener('change', () => actions.speed(Number(input.value)));
    reset.addEventListener('click', () => {
      this.close();
      actions.reset();
    });
  }

  /** Something more, below the rest. */
  add(node) {
    this.#more.append(node);
  }

  get open() {
    return !this.node.hidden;
  }

  /** False when it was not open. The focus goes back to where it came from. */
  close() {
    if (!this.open) return false;
    const inside = this.node.matches(':focus-within');
    this.node.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
    if (inside) this.button.focus();
    return true;
  }

  #show() {
    this.node.hidden = false;
    this.node.scrollTop = 0;
    this.button.setAttribute('aria-expanded', 'true');
    this.#captions.focus();
  }

  set captions(on) {
    this.#captions.checked = on;
  }

  set volume(volume) {
    const text = this.#texts('percent', { value: Math.round(volume * PERCENT) });
    this.#volume.value = String(volume * PERCENT);
    this.#volume.setAttribute('aria-valuetext', text);
    this.#volumeText.textContent = text;
  }

  set speed(speed) {
    for (const input of this.#speeds) input.checked = Number(input.value) === speed;
  }
}
