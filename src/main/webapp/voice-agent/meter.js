import { element } from './dom.js';

const BARS = 5;

/** Shows how loud it is, as it was a moment ago and is now. */
export class Meter {
  #levels = new Array(BARS).fill(0);
  node = element('span', { class: 'meter', part: 'meter', 'aria-hidden': 'true' }, ...bars());

  /** Moves it; 0 to 1, and 0 empties it. */
  set level(level) {
    this.#levels = level === 0 ? this.#levels.fill(0) : [...this.#levels.slice(1), level];
    [...this.node.children].forEach((bar, i) => bar.style.setProperty('--level', this.#levels[i].toFixed(2)));
  }
}

function bars() {
  return Array.from({ length: BARS }, () => element('span', { class: 'bar' }));
}
