/** What happens now, as the server tells it. */
import { element } from './dom.js';
import { figures, unreachable } from './live-words.js';

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
    source.addEventListener('figures', ({ data }) => this.#tell(figures(JSON.parse(data)), 'live'));
    source.addEventListener('unreachable', ({ data }) => this.#tell(unreachable(JSON.parse(data)), 'waits'));
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
