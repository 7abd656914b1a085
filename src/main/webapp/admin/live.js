/** What happens now, as the server tells it. */
import { element } from './dom.js';
import { count } from './format.js';

const some = (number, one, many) => `${count(number)} ${number === 1 ? one : many}`;

function wording({ turns, sessions, failed }) {
  if (turns === 0) return 'No question in the last minute';
  const errors = failed > 0 ? `, ${some(failed, 'error', 'errors')}` : '';
  return `${some(turns, 'question', 'questions')} of ${some(sessions, 'visitor', 'visitors')} in the last minute${errors}`;
}

/** It listens while it is in the page, and no longer. */
class LiveFigures extends HTMLElement {
  #source = null;

  connectedCallback() {
    this.#tell('Live', 'waits');
    const source = new EventSource(new URL('api/live', import.meta.url));
    source.addEventListener('figures', ({ data }) => this.#tell(wording(JSON.parse(data)), 'live'));
    source.addEventListener('unreachable', () => this.#tell('The log cannot be reached.', 'waits'));
    source.addEventListener('end', () => {
      source.close();
      this.#tell('Live figures have ended. Reload the page for more.', 'waits');
    });
    source.addEventListener('error', () => this.#tell('Live figures are not there at the moment.', 'waits'));
    this.#source = source;
  }

  disconnectedCallback() {
    this.#source.close();
  }

  #tell(text, state) {
    this.className = state;
    this.textContent = text;
  }
}
customElements.define('live-figures', LiveFigures);

export const liveFigures = () => element('live-figures');
