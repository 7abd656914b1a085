/** The documents that admins have uploaded. */
import { added, field } from './added.js';
import { address, change, mayAct, send } from './api.js';
import { confirmed } from './dialog.js';
import { doing } from './doing.js';
import { element, moment, table } from './dom.js';
import { count, size } from './format.js';

const PATH = 'knowledge/documents';
const KINDS = '.md,.html,.htm,.xhtml,.pdf';

/** Where a file goes; `url` is where visitors can read it, and may be empty. */
export function uploadPath(name, url) {
  const query = new URLSearchParams({ name });
  if (url) query.set('url', url);
  return `${PATH}?${query}`;
}

/** What came of an upload, in a sentence; `refused` are `{name, message}`. */
export function uploadNote(kept, refused) {
  const refusals = refused.map(({ name, message }) => `${name}: ${message}`).join(' ');
  const news = kept.length === 1 ? `${kept[0]} is uploaded.` : `${count(kept.length)} documents are uploaded.`;
  return [kept.length > 0 ? `${news} All servers answer from it within seconds.` : null, refusals].filter(Boolean).join(' ');
}

/** Sends one after the other. @throws Error when none was taken */
async function sendAll(files, url) {
  const kept = [];
  const refused = [];
  for (const file of files) {
    try {
      kept.push((await send(uploadPath(file.name, url), file)).name);
    } catch ({ message }) {
      refused.push({ name: file.name, message });
    }
  }
  if (kept.length === 0) throw new Error(uploadNote(kept, refused));
  return uploadNote(kept, refused);
}

function uploadForm(told, onsent) {
  const files = field('Documents: Markdown, HTML or PDF', 'upload-files', 'input', { type: 'file', accept: KINDS, multiple: true, required: true });
  const url = field('Where visitors can read it, if it does not say that itself (may be empty)', 'upload-url', 'input', { maxlength: '2000' });
  const button = element('button', { type: 'submit' }, 'Upload');
  const upload = (chosen) =>
    doing(told, button, 'Uploading.', async () => {
      const note = await sendAll(chosen, chosen.length === 1 ? url.input.value.trim() : '');
      form.reset();
      await onsent();
      return note;
    });
  const over = (event) => {
    event.preventDefault();
    form.classList.toggle('over', event.type === 'dragover');
  };
  const form = element(
    'form',
    {
      class: 'form drop',
      hidden: !mayAct(),
      onsubmit: (event) => {
        event.preventDefault();
        upload([...files.input.files]);
      },
      ondragover: over,
      ondragleave: over,
      ondrop: (event) => {
        over(event);
        if (event.dataTransfer.files.length > 0) upload([...event.dataTransfer.files]);
      },
    },
    files.node,
    url.node,
    element('p', { class: 'note' }, 'Or drop files here. One of the same name takes the place of the one before.'),
    element('p', {}, button),
  );
  return form;
}

/** The section of the page; `told` is where acts are announced, `onchange()`, a promise, is called after each. */
export async function uploadsSection(told, onchange) {
  const changed = async () => {
    await section.again();
    await onchange();
  };
  const remove = async (button, { id, name }) => {
    const question = { title: 'Remove a document?', text: `${name} is removed from all servers, and is answered from no more.`, confirm: 'Remove' };
    if ((await confirmed(question)) === null) return;
    await doing(told, button, `${name} is being removed.`, async () => {
      await change('DELETE', `${PATH}/${encodeURIComponent(id)}`);
      await changed();
      return `${name} is removed.`;
    });
  };
  const acts = (document) =>
    element(
      'span',
      { class: 'in-row' },
      element('a', { href: address(`${PATH}/${encodeURIComponent(document.id)}/content`), download: document.name, 'aria-label': `Download ${document.name}` }, 'Download'),
      mayAct()
        ? element('button', { type: 'button', class: 'quiet', 'aria-label': `Remove ${document.name}`, onclick: ({ currentTarget }) => remove(currentTarget, document) }, 'Remove')
        : null,
    );
  const columns = [
    { title: 'Document', of: ({ name }) => name },
    { title: 'Address', of: ({ url }) => url ?? '' },
    { title: 'Size', number: true, of: ({ bytes }) => size(bytes) },
    { title: 'Added by', of: ({ addedBy }) => addedBy },
    { title: 'Added', of: ({ addedAt }) => moment(addedAt) },
    { title: 'Acts', of: acts },
  ];
  const shown = ({ documents }) =>
    documents.length > 0 ? [table('Uploaded documents', columns, documents)] : [element('p', { class: 'note' }, 'Nothing is uploaded.')];
  const section = await added('Uploads', PATH, [uploadForm(told, changed)], shown);
  return section.node;
}
