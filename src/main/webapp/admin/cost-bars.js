import { element, table } from './dom.js';
import { count } from './format.js';
import { money } from './money.js';

const SVG = 'http://www.w3.org/2000/svg';
const HEIGHT = 100;
const WIDTH = 10;
const GAP = 2;

const dayName = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A day of the server as people read it. */
export const named = (day) => dayName.format(new Date(`${day}T00:00:00Z`));

function drawn(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function bar({ day, cost, turns }, index, most, currency) {
  const height = most > 0 ? (cost / most) * HEIGHT : 0;
  const told = drawn('title', {}, `${named(day)}: ${money(cost, currency)}, turns: ${count(turns)}`);
  const place = { x: index * WIDTH, width: WIDTH, y: 0, height: HEIGHT };
  const filled = { x: index * WIDTH + GAP / 2, width: WIDTH - GAP, y: HEIGHT - height, height };
  return drawn('g', {}, told, drawn('rect', { ...place, class: 'place' }), drawn('rect', { ...filled, class: 'bar-of-day' }));
}

/** A bar for each day, and the same as a table for who wants the numbers. */
export function costBars(days, currency) {
  const most = Math.max(...days.map(({ cost }) => cost));
  const dearest = days.find(({ cost }) => cost === most);
  const label = `Cost per day from ${named(days[0].day)} to ${named(days.at(-1).day)}; ${most > 0 ? `the most is ${money(most, currency)} on ${named(dearest.day)}` : 'nothing yet'}`;
  const picture = drawn('svg', { viewBox: `0 0 ${days.length * WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label });
  picture.append(...days.map((day, index) => bar(day, index, most, currency)));
  const columns = [
    { title: 'Day (UTC)', of: ({ day }) => named(day) },
    { title: 'Turns', number: true, of: ({ turns }) => count(turns) },
    { title: 'Cost', number: true, of: ({ cost }) => money(cost, currency) },
  ];
  return [
    element(
      'figure',
      { class: 'cost-bars' },
      element('figcaption', {}, 'Cost per day', element('span', { class: 'note' }, most > 0 ? `the most: ${money(most, currency)}` : 'nothing yet')),
      picture,
      element('p', { class: 'note ends', 'aria-hidden': 'true' }, element('span', {}, named(days[0].day)), element('span', {}, named(days.at(-1).day))),
    ),
    element('details', {}, element('summary', {}, 'The days as numbers'), table('Cost per day', columns, [...days].reverse())),
  ];
}
