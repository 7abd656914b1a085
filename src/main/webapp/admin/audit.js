import { read } from './api.js';
import { element, moment, table } from './dom.js';

const ACTS = {
  'sign-in': 'Sign-in',
  'sign-out': 'Sign-out',
  'agent-on': 'Agent switched on',
  'agent-off': 'Agent switched off',
  'empty-caches': 'Caches emptied',
  'end-session': 'Session ended',
  'read-knowledge': 'Knowledge read again',
  'fetch-pages': 'Pages fetched',
  'read-conversation': 'Conversation read',
  'play-recording': 'Recording played',
  export: 'Turns exported',
};
const ROWS = [
  { title: 'When', of: ({ at }) => moment(at) },
  { title: 'Who', of: ({ user }) => user },
  { title: 'What', of: ({ act }) => ACTS[act] ?? act },
  { title: 'Outcome', of: ({ outcome }) => outcome },
  { title: 'Detail', of: ({ subject, detail }) => [subject, detail].filter(Boolean).join(': ') },
  { title: 'From', of: ({ address }) => address },
];

/** What there is to say of the audit besides its rows; null for nothing. */
export function auditNote({ kept, waiting, rows }) {
  if (!kept) return 'No audit is kept here: what admins do is a line of the server’s log only. Set voice.audit.enabled to true to keep it.';
  if (waiting > 0) return `${waiting} ${waiting === 1 ? 'act waits' : 'acts wait'} for the database. Look again in a moment.`;
  return rows.length === 0 ? 'Nothing has been done yet.' : null;
}

/** What admins have done, newest first; older acts are added below. */
export async function auditPage() {
  const first = await read('audit');
  const note = auditNote(first);
  const rows = [...first.rows];
  const shown = element('div', {}, ...(rows.length > 0 ? [table('Acts, newest first', ROWS, rows)] : []));
  let next = first.next;
  const told = element('p', { role: 'status', class: 'told' });
  const older = element('button', { type: 'button', class: 'quiet', hidden: !next }, 'Show older acts');
  older.addEventListener('click', async () => {
    older.disabled = true; // which takes the focus from it
    try {
      const page = await read(`audit?before=${encodeURIComponent(next)}`);
      rows.push(...page.rows);
      next = page.next;
      shown.replaceChildren(table('Acts, newest first', ROWS, rows));
      told.textContent = `${rows.length} acts are shown.`;
      older.hidden = !next;
    } catch (refusal) {
      told.textContent = refusal.message;
    } finally {
      older.disabled = false;
      if (older.hidden) shown.querySelector('[tabindex]').focus();
      else older.focus();
    }
  });
  return [element('h1', {}, 'Audit'), note && element('p', { class: 'note' }, note), shown, older, told].filter((node) => node !== null);
}
