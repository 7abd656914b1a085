/** What admins have added to the knowledge, as a list that is read again when it changes. */
import { read } from './api.js';
import { element } from './dom.js';

const NOT_KEPT = 'This server keeps nothing of it: it has no database for documents (voice.knowledge.database).';

/**
 * A section with a heading and `nodes`, then what `shown(list)` makes of what `path` tells. `again()`, a promise, reads and shows
 * it anew; one that fails is told in its place.
 */
export async function added(heading, path, nodes, shown) {
  const list = element('div', {});
  const note = element('p', { class: 'note', hidden: true }, NOT_KEPT);
  const again = async () => {
    try {
      const all = await read(path);
      note.hidden = all.kept;
      for (const node of nodes) node.hidden = node.hidden || !all.kept;
      list.replaceChildren(...(all.kept ? shown(all) : []));
    } catch (refusal) {
      list.replaceChildren(element('p', { class: 'alert' }, refusal.message));
    }
  };
  await again();
  return { node: element('section', {}, element('h2', {}, heading), note, ...nodes, list), again };
}

/** A label and what it is of; `others` are attributes of the latter. */
export function field(label, id, tag = 'input', others = {}) {
  const input = element(tag, { id, autocomplete: 'off', ...others });
  return { input, node: element('p', { class: 'field' }, element('label', { for: id }, label), input) };
}
