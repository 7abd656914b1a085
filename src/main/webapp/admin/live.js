/** What happens now, as the server tells it. */
import { element } from './dom.js';
import { count } from './format.js';

const some = (number, one, many) => `${count(number)} ${number === 1 ? one : many}`;

function wording({ turns, sessions, failed }) {
  if (turns === 0) return 'No question in the last minute';
  const errors = failed > 0 ? `, ${some(failed, 'error', 'errors')}` : '';
  return `${some(turns, 'question', 'questions')} of ${some(sessions, 'visitor', 'visitors')} in the last minute${errors}`;
}

const LONGEST_MS = 20 * 60_000;

/**
 * It listens while it is in the page, and no longer; and not for ever, however often it is connected again: a page that is
 * left open must not keep its sign-in alive.
 */
class LiveFigures extends HTMLElement {
  #source = null;
  #end = null;

  connectedCallback() {
    this.#tell('Live', 'waits');
    const source = new EventSource(new URL('api/live', import.meta.url));
    source.addEventListener('figures', ({ data }) => this.#tell(wording(JSON.parse(data)), 'live'));
    source.addEventListener('unreachable', () => this.#tell('The log cannot be reached.', 'waits'));
    source.addEventListener('end', () => this.#ended());
    source.addEventListener('error', () => this.#tell('Live figures are not there at the moment.', 'waits'));
    this.#source = source;
    this.#end = setTimeout(() => this.#ended(), LONGEST_MS);
  }

  disconnectedCallback() {
    clearTimeout(this.#end);
    this.#source.close();
  }

  #ended() {
    this.disconnectedCallback();
    this.#tell('Live figures have ended. Reload the page for more.', 'waits');
  }

  #tell(text, state) {
    this.className = state;
    this.textContent = text;
  }
}
customElements.define('live-figures', LiveFigures);

export const liveFigures = () => element('live-figures');
