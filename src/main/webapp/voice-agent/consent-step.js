import { button, element } from './dom.js';

/** The question whether the visitor agrees, beside the conversation: it covers nothing, and the page stays usable. */
export class ConsentStep {
  #texts;
  #group;
  #title;
  #told;
  node;

  /** `meaning` is the key of what agreeing means; `actions` are agree and decline. */
  constructor(texts, meaning, { agree, decline }) {
    this.#texts = texts;
    this.#title = element('h3', { id: 'consent-title', class: 'consent-title', tabindex: '-1' }, texts('consentTitle'));
    const yes = button({ part: 'agree', text: texts('consentAgree') });
    const no = button({ part: 'decline', text: texts('consentDecline') });
    yes.addEventListener('click', agree);
    no.addEventListener('click', decline);
    const described = { role: 'group', 'aria-labelledby': 'consent-title', 'aria-describedby': 'consent-meaning' };
    this.#group = element(
      'div',
      { class: 'consent', part: 'consent', hidden: true, ...described },
      this.#title,
      element('p', { id: 'consent-meaning', class: 'consent-meaning' }, texts(meaning)),
      element('div', { class: 'pair' }, yes, no),
    );
    this.#told = element('p', { class: 'told', 'aria-live': 'polite' });
    this.node = element('div', { class: 'consent-place' }, this.#group, this.#told);
  }

  /** `focus` where the visitor wanted something and has to answer first. */
  show({ focus }) {
    this.#told.textContent = '';
    this.#group.hidden = false;
    if (focus) this.#title.focus();
  }

  hide() {
    this.#told.textContent = '';
    this.#group.hidden = true;
  }

  declined() {
    this.#group.hidden = true;
    this.#told.textContent = this.#texts('consentDeclined');
  }

  /** Answers what it says. */
  failed() {
    return (this.#told.textContent = this.#texts('consentFailed'));
  }
}
