import { button, element, icon, name } from './dom.js';

/** What the visitor can do with an answer that is complete: hear it once more, and say whether it was good. */
export class AnswerActions {
  #texts;
  #actions;
  #rating;
  #turnId;
  #saying = false;
  #again;
  #thumbs;
  node;

  /** `actions`: say(text, onover), stop(), rate(turnId, rating), which resolves to whether it was kept; null where nobody keeps it. */
  constructor(texts, actions, { turnId, text, rating = null }) {
    this.#texts = texts;
    this.#actions = actions;
    this.#turnId = turnId;
    this.#again = button({ part: 'say-again', label: texts('sayAgain') });
    this.#again.append(icon('sound'), icon('done'));
    this.#thumbs = {
      up: button({ part: 'thumb', label: texts('goodAnswer'), drawing: 'up' }),
      down: button({ part: 'thumb', class: 'thumb down', label: texts('badAnswer'), drawing: 'up' }),
    };
    const { up, down } = this.#thumbs;
    // no part of what is announced when an answer has come
    const role = { role: 'group', 'aria-label': texts('aboutAnswer'), 'aria-live': 'off' };
    this.node = element('div', { class: 'answer-actions', part: 'answer-actions', ...role }, this.#again, ...(actions.rate ? [up, down] : []));
    this.#again.addEventListener('click', () => this.#sayAgain(text));
    for (const which of ['up', 'down']) this.#thumbs[which].addEventListener('click', () => this.#rate(which));
    this.#show(rating);
  }

  #sayAgain(text) {
    if (this.#saying) return this.#actions.stop();
    this.#says(true);
    this.#actions.say(text, () => this.#says(false));
  }

  #says(on) {
    this.#saying = on;
    this.#again.classList.toggle('saying', on);
    name(this.#again, this.#texts(on ? 'stopSaying' : 'sayAgain'));
  }

  /** The thumb that is pressed already takes it back. */
  async #rate(which) {
    const before = this.#rating;
    const rating = before === which ? null : which;
    this.#show(rating);
    const kept = await this.#actions.rate(this.#turnId, rating ?? 'none');
    if (!kept && this.#rating === rating) this.#show(before);
  }

  #show(rating) {
    this.#rating = rating;
    for (const [which, thumb] of Object.entries(this.#thumbs)) thumb.setAttribute('aria-pressed', String(which === rating));
  }
}
