/** Building elements without markup strings, as Trusted Types demand. */
const SVG = 'http://www.w3.org/2000/svg';

/** Every drawing of the widget, on a grid of 24, as strokes. */
const ICONS = {
  microphone: ['M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3z', 'M5.5 11a6.5 6.5 0 0 0 13 0', 'M12 17.5V21', 'M9 21h6'],
  done: ['M7.5 7.5h9v9h-9z'],
  stop: ['M7 7l10 10', 'M17 7L7 17'],
  send: ['M12 19V5', 'M6 11l6-6 6 6'],
  close: ['M6 9.5l6 6 6-6'],
  again: ['M5 12a7 7 0 1 0 2.3-5.2', 'M7.5 3v4h4'],
  settings: ['M4 7h9', 'M17 7h3', 'M15 4.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4z', 'M4 17h3', 'M11 17h9', 'M9 14.8a2.2 2.2 0 1 1 0 4.4a2.2 2.2 0 0 1 0-4.4z'],
  up: ['M7.5 11.5v8h-3v-8z', 'M7.5 11.5l3.6-7.2c1.5 0 2.4 1 2.4 2.4v3h4.6a1.6 1.6 0 0 1 1.6 1.9l-1.2 6.4a1.9 1.9 0 0 1-1.9 1.5H7.5'],
  sound: ['M4 9.5v5h3.5l4.5 4v-13l-4.5 4z', 'M15.5 9a4.5 4.5 0 0 1 0 6', 'M18 6.5a8 8 0 0 1 0 11'],
  handsFree: ['M12 4a2.5 2.5 0 0 1 2.5 2.5v4.5a2.5 2.5 0 0 1-5 0V6.5A2.5 2.5 0 0 1 12 4z', 'M7.5 11a4.5 4.5 0 0 0 9 0', 'M12 15.5V20', 'M4 8v6', 'M20 8v6'],
  talk: ['M5 5h14a1.5 1.5 0 0 1 1.5 1.5v8A1.5 1.5 0 0 1 19 16h-7l-4.5 4v-4H5a1.5 1.5 0 0 1-1.5-1.5v-8A1.5 1.5 0 0 1 5 5z', 'M8 10v1.5', 'M12 8.5v4.5', 'M16 10v1.5'],
};

/** An element with attributes and children; an attribute that is null is left out, `true` is empty. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children);
  return node;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const d of ICONS[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
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
