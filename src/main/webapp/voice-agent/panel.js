import { settings } from './settings.js';

/** The panel of an element: open or closed, over the page or, with `layout="inline"`, a part of it that is always open. */
export class Panel {
  #element;
  #view;
  #open = false;

  constructor(element, view) {
    this.#element = element;
    this.#view = view;
  }

  get open() {
    return this.#open;
  }

  get inline() {
    return this.#element.getAttribute('layout') === 'inline';
  }

  /** Opens or closes it, as far as it can be closed; the tab remembers what the visitor wanted. */
  show(open) {
    const { inline } = this;
    this.#open = open || inline;
    this.#element.toggleAttribute('open', this.#open);
    this.#view.inline = inline;
    this.#view.open = this.#open;
    settings.open = open && !inline;
  }
}
