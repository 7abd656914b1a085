/** What the log tells of the last days. The filter is kept in the address, so that it can be sent to somebody. */
import { read } from './api.js';
import { element } from './dom.js';
import { exports, filters } from './filters.js';
import { acceptedAnswers } from './gaps.js';
import { liveFigures } from './live.js';
import { latestTurns } from './latest.js';
import { panels, totals } from './report.js';

const NOTHING_LOGGED = 'There is no log to look at: voice.log.enabled is false on this server.';
const PAGE = '#analytics';

const given = () => new URLSearchParams(location.hash.startsWith(`${PAGE}/`) ? location.hash.slice(PAGE.length + 1) : 'days=7');

/** What belongs to a report. */
async function besides(report, query) {
  const [turns, accepted] = await Promise.all([latestTurns(query), acceptedAnswers()]);
  return { report, turns, accepted };
}

const shown = async (query) => besides(await read(`analytics?${query}`), query);

function whole({ report, turns, accepted }, query) {
  const span = report.from === report.to ? report.to : `${report.from} to ${report.to}`;
  return [element('p', { class: 'span' }, `${span}, days of ${report.timeZone}`), exports(query), totals(report), ...panels(report, accepted), turns];
}

/** Figures, charts and tables; another filter replaces them and leaves the focus where it is. */
export async function analyticsPage() {
  let query = given();
  const first = await read(`analytics?${query}`);
  if (first.logged === false) return [element('h1', {}, 'Analytics'), element('p', {}, NOTHING_LOGGED)];
  const body = element('div', { class: 'analytics' }, ...whole(await besides(first, query), query));
  const told = element('p', { role: 'status', class: 'told' });
  const change = async (wanted) => {
    query = wanted;
    history.replaceState(null, '', `${PAGE}/${wanted}`);
    body.setAttribute('aria-busy', 'true');
    try {
      const answer = await shown(wanted);
      if (query !== wanted) return; // another one was chosen meanwhile
      body.replaceChildren(...whole(answer, wanted));
      told.textContent = `${answer.report.totals.sums.turns} questions found.`;
    } catch (refusal) {
      if (refusal.status === 401) return location.reload();
      if (query === wanted) body.replaceChildren(element('p', { role: 'alert', class: 'alert' }, refusal.message));
    } finally {
      if (query === wanted) body.removeAttribute('aria-busy');
    }
  };
  return [element('div', { class: 'head' }, element('h1', {}, 'Analytics'), liveFigures()), filters(first.choices, query, change), told, body];
}
