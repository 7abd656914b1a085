/** What of the log is looked at. */
import { element } from './dom.js';
import { language } from './format.js';

const WINDOWS = { 1: 'Today', 7: '7 days', 30: '30 days', 90: '90 days' };

function windows(chosen, change) {
  const choice = ([days, title]) =>
    element('label', {}, element('input', { type: 'radio', name: 'days', value: days, checked: days === chosen, onchange: change }), element('span', {}, title));
  return element('fieldset', { class: 'windows' }, element('legend', {}, 'Days'), ...Object.entries(WINDOWS).map(choice));
}

function select(name, title, values, chosen, change, wording = (text) => text) {
  const known = chosen && !values.includes(chosen) ? [...values, chosen] : values;
  const options = known.map((value) => element('option', { value, selected: value === chosen }, wording(value)));
  const all = element('option', { value: '' }, 'All');
  return element('p', { class: 'choice' }, element('label', { for: name }, title), element('select', { id: name, name, onchange: change }, all, ...options));
}

/** A form whose every change calls `onchange` with the query as URLSearchParams. */
export function filters({ languages, engines, outcomes }, query, onchange) {
  const change = () => {
    const wanted = [...new FormData(form)].filter(([, value]) => value !== '');
    onchange(new URLSearchParams(wanted));
  };
  const form = element(
    'form',
    { class: 'filters', 'aria-label': 'Filter' },
    windows(query.get('days') ?? '7', change),
    select('language', 'Language', languages, query.get('language'), change, language),
    select('engine', 'Engine', engines, query.get('engine'), change),
    select('outcome', 'Outcome', outcomes, query.get('outcome'), change),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  return form;
}

/** Links to the turns as files. */
export function exports(query) {
  const link = (format) => element('a', { href: `api/analytics/turns.${format}?${query}`, download: `turns.${format}` }, format.toUpperCase());
  return element('p', { class: 'exports' }, 'Export these turns: ', link('csv'), ' ', link('json'));
}
