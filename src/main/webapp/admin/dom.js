/** An element with attributes, where `onclick` and the like are listeners, and children. */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value !== null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

/**
 * A table with a caption, whose first column names the row. `columns` are `{title, number?, of(row)}`, where `of` gives a
 * text or a node.
 */
export function table(caption, columns, rows) {
  const kind = ({ number }) => (number ? 'number' : null);
  const head = columns.map((column) => element('th', { scope: 'col', class: kind(column) }, column.title));
  const cell = (row) => (column, index) => element(index === 0 ? 'th' : 'td', { scope: index === 0 ? 'row' : null, class: kind(column) }, column.of(row));
  const body = rows.map((row) => element('tr', {}, ...columns.map(cell(row))));
  const whole = element('table', {}, element('caption', {}, caption), element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...body));
  return element('div', { class: 'scrolls', tabindex: '0', role: 'region', 'aria-label': caption }, whole);
}

/** A number, large, and what it counts. */
export function figure(value, label, note = null) {
  return element('div', { class: 'figure' }, element('dt', {}, label), element('dd', {}, value), note && element('dd', { class: 'note' }, note));
}

const clock = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

/** A moment, given as ISO 8601, in the admin's own time. */
export function moment(iso) {
  return element('time', { datetime: iso }, clock.format(new Date(iso)));
}
