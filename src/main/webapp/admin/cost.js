import { read } from './api.js';
import { costBars } from './cost-bars.js';
import { element, figure, table } from './dom.js';
import { estimator } from './estimator.js';
import { count } from './format.js';
import { fineMoney, money } from './money.js';

const PERIODS = { 7: 'Last 7 days', 30: 'Last 30 days', 90: 'Last 90 days' };
const USUAL_PERIOD = '30';
const STAGES = { transcription: 'Listening', answer: 'Answering', speech: 'Speaking', whole: 'Whole turns' };
const LOG = {
  off: 'There is no log of turns, so nobody knows what they cost. Set voice.log.enabled to true.',
  unavailable: 'The database of the log does not answer now. Try again in a moment.',
};

const SOURCE = 'By the log of turns, in UTC days; of sessions that were erased the cost is still in it. Calls outside of turns are not.';

const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

const line = (text) => element('span', { class: 'line' }, text);

/** How the budget of a day or a month is told. */
const BUDGETS = {
  day: { title: 'Budget of today', used: 'Budget used today', end: 'until midnight UTC', spent: 'It is spent: nothing more is paid today.', key: 'voice.budget.day' },
  month: { title: 'Budget of this month', used: 'Budget used this month', end: 'until the month ends, UTC', spent: 'It is spent: nothing more is paid this month.', key: 'voice.budget.month' },
};

function budgetNodes(span, budget) {
  const { title, used: label, end, spent: over, key } = BUDGETS[span];
  if (!budget) return [element('h2', {}, title), element('p', {}, `There is none. Set ${key} to have one, with alerts at 50, 80 and 100 %.`)];
  const { currency, [span]: most, used, left, spent } = budget;
  const told = `${fineMoney(used, currency)} of ${fineMoney(most, currency)} are used; ${fineMoney(left, currency)} are left ${end}.`;
  const meter = element('meter', { min: '0', max: String(most), low: String(most * 0.5), high: String(most * 0.8), optimum: '0', value: String(used), 'aria-label': label });
  return [
    element('h2', {}, title),
    element('div', { class: 'budget' }, meter, element('p', {}, told), spent ? element('p', { class: 'alert' }, over) : null),
  ];
}

const budgets = ({ budget, monthBudget }) => [...budgetNodes('day', budget), ...budgetNodes('month', monthBudget)];

function figures({ currency, period, today, yesterday, month }) {
  const known = (value, told) => (value === undefined ? '–' : told(value, currency));
  return element(
    'dl',
    { class: 'figures' },
    figure(money(today, currency), 'Today', `Yesterday ${money(yesterday, currency)}`),
    figure(money(month.soFar, currency), 'This month so far'),
    figure(known(month.forecast, money), 'Forecast for the month', month.forecast === undefined ? 'From the first full day on.' : 'The rest at the average of the last full days, seven at most.'),
    figure(money(period.total, currency), 'In this period', `Turns: ${count(period.turns)}, sessions: ${count(period.sessions)}`),
    figure(known(period.perTurn, fineMoney), 'A turn', `A session ${known(period.perSession, fineMoney)}`),
  );
}

function tables({ currency, models, dearest }) {
  const cost = { title: 'Cost', number: true, of: (row) => fineMoney(row.cost, currency) };
  const byModel = [
    { title: 'Model', of: ({ model }) => line(model) },
    cost,
    { title: 'Stage', of: ({ stage }) => STAGES[stage] ?? stage },
    { title: 'Turns', number: true, of: ({ turns }) => count(turns) },
  ];
  const byTurn = [
    { title: 'When (UTC)', of: ({ at }) => line(moment.format(new Date(at))) },
    cost,
    { title: 'Session', of: ({ session }) => session },
    { title: 'Outcome', of: ({ outcome }) => outcome },
    { title: 'Tokens', number: true, of: ({ tokens }) => count(tokens) },
    { title: 'Seconds heard', number: true, of: ({ seconds }) => count(seconds) },
    { title: 'Characters spoken', number: true, of: ({ characters }) => count(characters) },
  ];
  return [models.length > 0 && table('By model', byModel, models), dearest.length > 0 && table('Dearest turns', byTurn, dearest)].filter(Boolean);
}

/** The first is the price list's, which the budgets are in. */
function ofCurrency(cost, index, report) {
  const heading = report.currencies.length > 1 ? [element('h2', {}, `In ${cost.currency}`)] : [];
  return [...heading, figures(cost), ...(index === 0 ? budgets(report) : []), ...costBars(cost.days, cost.currency), ...tables(cost)];
}

function reported(report) {
  if (report.log !== 'kept') return [element('p', { role: 'alert', class: 'alert' }, LOG[report.log]), ...budgets(report)];
  return [...report.currencies.flatMap((cost, index) => ofCurrency(cost, index, report)), element('p', { class: 'note' }, SOURCE)];
}

const failed = (refusal, onclick) =>
  element('div', {}, element('p', { role: 'alert', class: 'alert' }, refusal.message), element('button', { type: 'button', class: 'quiet', onclick }, 'Try again'));

/** What does it cost, what will it cost, and what is left? */
export async function costPage() {
  const shown = element('div', {});
  const options = Object.entries(PERIODS).map(([days, title]) => element('option', { value: days, selected: days === USUAL_PERIOD }, title));
  const choice = element('select', { id: 'period', onchange: show }, ...options);
  let wanted;
  async function show() {
    const asked = (wanted = {});
    shown.setAttribute('aria-busy', 'true');
    try {
      const report = await read(`cost?days=${choice.value}`);
      if (wanted === asked) shown.replaceChildren(...reported(report)); // or another one was chosen meanwhile
    } catch (refusal) {
      if (refusal.status === 401) return location.reload();
      if (wanted === asked) shown.replaceChildren(failed(refusal, again));
    } finally {
      if (wanted === asked) shown.removeAttribute('aria-busy');
    }
  }
  function again() {
    choice.focus(); // the button goes
    show();
  }
  const [prices] = await Promise.all([read('cost/prices'), show()]);
  const period = element('p', { class: 'period' }, element('label', { for: 'period' }, 'Period'), choice);
  return [element('h1', {}, 'Cost'), period, shown, ...estimator(prices)];
}
