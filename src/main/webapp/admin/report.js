/** A report of the server as figures, charts and tables. */
import { chart, shares } from './charts.js';
import { element, figure, table } from './dom.js';
import { count, country, day, decimal, language, length, percent, time } from './format.js';
import { gapsPanel } from './gaps.js';
import { money } from './money.js';
import { NO_TURNS, noGaps, noQuestions } from './nothing.js';
import { popular } from './questions.js';

const STAGES = {
  endpointing: 'End of speech noticed',
  transcription: 'Question understood',
  ttft: 'First token',
  firstSentence: 'First sentence',
  speech: 'Its speech',
  firstAudio: 'First audio',
  heard: 'First sentence heard',
  total: 'All of it',
};

const costs = (all) => Object.entries(all).map(([currency, amount]) => money(amount, currency));

const rated = ({ up, down, turns }) => (up + down === 0 ? 'Nobody has rated an answer.' : `${percent((up + down) / turns)} of the answers rated`);

/** The figures at the top. */
export function totals({ totals: { sums, sessions, rates, interrupted, failed, blocked }, stages }) {
  const audio = stages.find(({ stage }) => stage === 'firstAudio');
  const [spent = 'None', ...others] = costs(sums.costs);
  return element(
    'dl',
    { class: 'figures' },
    figure(count(sums.turns), 'Questions', `${count(sums.spoken)} spoken, ${count(sums.turns - sums.spoken)} typed`),
    figure(count(sessions.count), 'Sessions', `${length(sessions.ms)} long on average`),
    figure(decimal(sessions.turns), 'Questions per session', `${count(Math.round(sessions.tokens))} tokens per session`),
    figure(audio.turns ? time(audio.p50) : 'None', 'First audio, median', audio.turns ? `95 % within ${time(audio.p95)}` : 'Nothing was spoken.'),
    figure(percent(rates.unanswered), 'Not answered', `${count(sums.unanswered)} answers without a source`),
    figure(percent(rates.failed), 'Errors', `${count(failed)} failed, ${count(blocked)} blocked`),
    figure(percent(rates.interrupted), 'Barge-ins', `${count(interrupted)} answers interrupted`),
    figure(percent(rates.cached), 'Cache hits', `${count(sums.cached)} turns; ${percent(rates.cachedInput)} of the input tokens`),
    figure(`${count(sums.up)} / ${count(sums.down)}`, 'Thumbs up / down', rated(sums)),
    figure(spent, 'Cost', [`${count(sums.inputTokens)} tokens in, ${count(sums.outputTokens)} out`, ...others].join(', ')),
  );
}

const DAY = { title: 'Day', of: (row) => day(row.day) };

function volume(days) {
  const series = [
    { title: 'Questions', colour: 'series-1', of: ({ turns }) => turns },
    { title: 'Sessions', colour: 'series-2', of: ({ sessions }) => sessions },
  ];
  return chart('Questions and sessions', DAY, series, days, { format: count });
}

function trouble(days) {
  const series = [
    { title: 'Not answered', colour: 'series-3', of: ({ unanswered }) => unanswered },
    { title: 'Interrupted', colour: 'series-2', of: ({ interrupted }) => interrupted },
    { title: 'Failed', colour: 'series-4', of: ({ failed }) => failed },
  ];
  return chart('What went wrong', DAY, series, days, { format: count, stacked: true });
}

function thumbs(days) {
  const series = [
    { title: 'Up', colour: 'series-1', of: ({ up }) => up },
    { title: 'Down', colour: 'series-4', of: ({ down }) => down },
  ];
  return chart('Thumbs', DAY, series, days, { format: count, stacked: true });
}

function speed(stages) {
  const taken = stages.filter(({ turns }) => turns > 0);
  const series = [
    { title: 'p50', colour: 'series-1', of: ({ p50 }) => p50 },
    { title: 'p95', colour: 'series-2', of: ({ p95 }) => p95 },
    { title: 'p99', colour: 'series-3', of: ({ p99 }) => p99 },
  ];
  const name = { title: 'Stage', of: ({ stage }) => STAGES[stage] ?? stage };
  return chart('How long it takes', name, series, taken, { format: time, across: true, note: 'Since the visitor stopped speaking; speech is its own time.' });
}

/** Charts and tables, two beside each other where there is room; `accepted` are the answers that admins have accepted. */
export function panels(report, accepted) {
  const { sums } = report.totals;
  const turns = { unit: 'Questions', format: count, empty: NO_TURNS };
  const sessions = { ...turns, unit: 'Sessions' };
  const problems = { ...turns, empty: 'No errors in these days.' };
  return [
    element('div', { class: 'panels' }, volume(report.perDay), speed(report.stages), trouble(report.perDay), thumbs(report.perDay)),
    element(
      'div',
      { class: 'panels' },
      popular(report, noQuestions(sums)),
      gapsPanel(report, accepted, noGaps(sums)),
    ),
    element(
      'div',
      { class: 'panels small' },
      shares('Errors by cause', 'Problem', report.problems, problems),
      shares('Outcomes', 'Outcome', report.outcomes, turns),
      shares('Languages', 'Language', report.languages, { ...turns, name: language }),
      shares('Engines', 'Engine', report.engines, turns),
      shares('Countries', 'Country', report.countries, { ...sessions, name: country }),
      shares('Devices', 'Device', report.devices, { ...sessions, name: (device) => device || 'Not known' }),
    ),
  ];
}
