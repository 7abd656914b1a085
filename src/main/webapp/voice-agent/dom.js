/** Building elements without markup strings, as Trusted Types demand. */

/** Every drawing of the widget, on a grid of 24, as strokes. */
const ICONS = {
  microphone: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21M9 21h6',
  done: 'M7.5 7.5h9v9h-9z',
  stop: 'M7 7l10 10M17 7L7 17',
  send: 'M12 19V5M6 11l6-6 6 6',
  close: 'M6 9.5l6 6 6-6',
  again: 'M5 12a7 7 0 1 0 2.3-5.2M7.5 3v4h4',
  settings: 'M4 7h9M17 7h3M15 4.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4zM4 17h3M11 17h9M9 14.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4z',
  up: 'M7.5 11.5v8h-3v-8zM7.5 11.5l3.6-7.2c1.5 0 2.4 1 2.4 2.4v3h4.6a1.6 1.6 0 0 1 1.6 1.9l-1.2 6.4a1.9 1.9 0 0 1-1.9 1.5H7.5',
  sound: 'M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  handsFree: 'M12 4a2.5 2.5 0 0 1 2.5 2.5v4.5a2.5 2.5 0 0 1-5 0V6.5A2.5 2.5 0 0 1 12 4zM7.5 11a4.5 4.5 0 0 0 9 0M12 15.5V20M4 8v6M20 8v6',
  talk: 'M5 5h14a1.5 1.5 0 0 1 1.5 1.5v8A1.5 1.5 0 0 1 19 16h-7l-4.5 4v-4H5a1.5 1.5 0 0 1-1.5-1.5v-8A1.5 1.5 0 0 1 5 5zM8 10v1.5M12 8.5v4.5M16 10v1.5',
};

/** An element with attributes and children; an attribute that is null is left out, `true` is empty. */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, ...children);
}

function filled(node, attributes, ...children) {
  for (const [key, value] of Object.entries(attributes)) {
    if ((value ?? false) !== false) node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children);
  return node;
}

export function icon(name) {
  const drawn = (kind, ...rest) => filled(document.createElementNS('http://www.w3.org/2000/svg', kind), ...rest);
  return drawn('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, drawn('path', { d: ICONS[name] }));
}

/** A real button; `label` is its accessible name, and visible as `text` when that is given. */
export function button({ part, label, drawing, text, ...attributes }) {
  const node = element('button', { type: 'button', part, class: part, ...attributes });
  if (drawing) node.append(icon(drawing));
  if (text) node.append(element('span', {}, text));
  else if (label) name(node, label);
  return node;
}

export function name(node, label) {
  node.setAttribute('aria-label', label);
  node.title = label;
}
