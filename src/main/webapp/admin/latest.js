/** Turn by turn, the newest first, each with a way to its conversation. */
import { read } from './api.js';
import { element, table } from './dom.js';
import { at, time } from './format.js';

const NO_WORDS = 'No words are kept of it.';

const COLUMNS = [
  { title: 'Question', of: ({ session, question }) => element('a', { href: `#conversation/${session}` }, question ?? NO_WORDS) },
  { title: 'When', of: ({ at: iso }) => at(iso) },
  { title: 'Outcome', of: ({ outcome, problem }) => (problem ? `${outcome}: ${problem}` : outcome) },
  { title: 'Engine', of: ({ engine }) => engine },
  { title: 'First audio', number: true, of: ({ firstAudioMs }) => (firstAudioMs > 0 ? time(firstAudioMs) : '') },
  { title: 'Total', number: true, of: ({ totalMs }) => time(totalMs) },
];

/** The first of them, with a button for more. */
export async function latestTurns(query) {
  let { turns, next } = await read(`analytics/turns?${query}`);
  const told = element('p', { role: 'alert', class: 'alert' });
  const more = element('button', { type: 'button', class: 'quiet', hidden: !next, onclick }, 'Show more');
  const section = element('section', { class: 'latest' }, table('Latest questions', COLUMNS, turns), told, more);
  async function onclick() {
    more.disabled = true;
    told.textContent = '';
    try {
      const page = await read(`analytics/turns?${query}&after=${encodeURIComponent(next)}`);
      turns = [...turns, ...page.turns];
      next = page.next;
      section.firstChild.replaceWith(table('Latest questions', COLUMNS, turns));
      more.hidden = !next;
    } catch (refusal) {
      told.textContent = refusal.message;
    } finally {
      more.disabled = false;
    }
  }
  return section;
}
