import { answersSection } from './answers.js';
import { change, mayAct, read } from './api.js';
import { doing } from './doing.js';
import { element, figure, moment, table } from './dom.js';
import { fetchingSection } from './fetching.js';
import { count, language, size } from './format.js';
import { uploadsSection } from './uploads.js';

const PATIENCE = 500;
const MOST_LOOKS = 240;
const LOOKS_FOR_NEWS = 10;

/** What has become of a document, in a sentence. */
export function state({ passages, refused }) {
  if (!refused) return 'Read';
  return `Refused: it ${refused}. ${passages > 0 ? 'What it said before stays.' : 'It is left out.'}`;
}

/** Who tells this, and whether others may tell something else. */
export function memberNote({ member, members, knowledge: { watched } }) {
  const who = members > 1 ? `Of ${count(members)} members ${member} tells this; each reads its own folder; what is added here they all know.` : null;
  const how = watched ? 'Changes of the folder are taken up within seconds.' : 'The documents of the folder are inside the application and do not change.';
  return [who, how].filter(Boolean).join(' ');
}

const ORIGINS = { folder: 'Folder', upload: 'Upload', answer: 'Accepted answer', page: 'Website' };

const DOCUMENTS = [
  { title: 'Document', of: ({ name }) => name },
  { title: 'From', of: ({ origin }) => ORIGINS[origin] ?? origin },
  { title: 'Title', of: ({ name, title }) => (title === name ? '' : title) },
  { title: 'Language', of: ({ language: tag }) => (tag ? language(tag) : '') },
  { title: 'Passages', number: true, of: ({ passages }) => count(passages) },
  { title: 'Size', number: true, of: ({ bytes }) => size(bytes) },
  { title: 'State', of: state },
  { title: 'Tried', of: ({ read: tried }) => moment(tried) },
];

function facts(report) {
  const { version, built, passages, bytes, byMeaning, trouble, documents } = report.knowledge;
  const refused = documents.filter((document) => document.refused).length;
  return [
    element('p', { class: 'note' }, memberNote(report)),
    element('p', { class: 'note' }, `Version ${version}, built on `, moment(built), '. Servers that know the same have the same version.'),
    trouble ? element('p', { class: 'alert' }, `${trouble}. What was known before stays.`) : null,
    element(
      'dl',
      { class: 'figures' },
      figure(count(documents.length - refused), 'Documents read'),
      figure(count(refused), 'Documents refused', refused > 0 ? 'They stand first below, with the reason.' : null),
      figure(count(passages), 'Passages', byMeaning ? 'Searched by meaning and words.' : 'Searched by words.'),
      figure(size(bytes), 'In memory, at least'),
    ),
    table('Documents', DOCUMENTS, [...documents].sort((a, b) => Boolean(b.refused) - Boolean(a.refused))),
  ].filter((node) => node !== null);
}

/**
 * Resolves with the report of the same member when nothing is being read any more, or with the last one after many looks. Behind
 * a load balancer others may answer, who were not asked to read.
 */
export async function settled(report, look = () => read('knowledge'), patience = PATIENCE) {
  let now = report;
  for (let looks = 0; now.knowledge.reading && looks < MOST_LOOKS; looks++) {
    await new Promise((resolve) => setTimeout(resolve, patience));
    const next = await look();
    if (next.member === report.member) now = next;
  }
  return now;
}

/** What has come of reading again. */
export function readAgainNote({ member, knowledge: { reading, documents } }) {
  return reading ? `${member} has not told yet that it is done.` : `${count(documents.length)} documents were read again by ${member}.`;
}

/** Resolves with the report when something else is known than before, or after some looks: a change need not change what is known. */
export async function taken(version, look = () => read('knowledge'), patience = PATIENCE) {
  let now = await look();
  for (let looks = 0; now.knowledge.version === version && looks < LOOKS_FOR_NEWS; looks++) {
    await new Promise((resolve) => setTimeout(resolve, patience));
    now = await look();
  }
  return now;
}

/** What the agent knows, from which documents, what is wrong with the others, and what admins have added. */
export async function knowledgePage() {
  const told = element('p', { role: 'status', class: 'told' });
  let report = await read('knowledge');
  const shown = element('div', {}, ...facts(report));
  const show = (now) => {
    report = now;
    shown.replaceChildren(...facts(report));
  };
  const again = element('button', { type: 'button', class: 'quiet', hidden: !mayAct() }, 'Read again now');
  again.addEventListener('click', () =>
    doing(told, again, 'The documents are read again.', async () => {
      show(await settled(await change('POST', 'knowledge/readings')));
      return readAgainNote(report);
    }),
  );
  const onchange = async () => show(await taken(report.knowledge.version));
  const added = await Promise.all([uploadsSection(told, onchange), answersSection(told, onchange), fetchingSection(told, onchange)]);
  return [element('h1', {}, 'Knowledge'), element('p', { class: 'acts' }, again), told, shown, ...added];
}
