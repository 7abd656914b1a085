/** Charts with a caption and the same numbers as a table. They are drawn by Chart.js, which is served beside this file. */
import './charts/chart.umd.min.js';
import { element, table } from './dom.js';

const { Chart } = globalThis;
const dark = matchMedia('(prefers-color-scheme: dark)');
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const dataset = ({ title, colour: name }, values) => ({ label: title, data: values, backgroundColor: colour(name), borderRadius: 3, maxBarThickness: 36 });

function options({ stacked, across, format }) {
  Chart.defaults.color = colour('soft');
  Chart.defaults.borderColor = colour('rule');
  Chart.defaults.font.family = 'system-ui, sans-serif';
  const numbers = { beginAtZero: true, stacked, ticks: { precision: 0, maxTicksLimit: 6, callback: (value) => format(value) }, border: { display: false } };
  const names = { stacked, grid: { display: false }, ticks: { maxRotation: 0, autoSkip: !across, autoSkipPadding: 12 } };
  return {
    animation: false,
    maintainAspectRatio: false,
    indexAxis: across ? 'y' : 'x',
    interaction: { mode: 'index', axis: across ? 'y' : 'x', intersect: false },
    scales: across ? { x: numbers, y: names } : { x: names, y: numbers },
    plugins: {
      legend: { position: 'bottom', labels: { boxWidth: 12, boxHeight: 12, useBorderRadius: true, borderRadius: 3 } },
      tooltip: { callbacks: { label: ({ dataset: { label }, raw }) => `${label}: ${format(raw)}` } },
    },
  };
}

/** A canvas with a chart on it while it is in the page; drawn again when the colours change. */
class DrawnChart extends HTMLElement {
  config = null;
  #chart = null;
  #left = null;

  connectedCallback() {
    this.#left = new AbortController();
    dark.addEventListener('change', () => this.#draw(), { signal: this.#left.signal });
    this.#draw();
  }

  disconnectedCallback() {
    this.#left.abort();
    this.#chart.destroy();
  }

  #draw() {
    this.#chart?.destroy();
    this.#chart = new Chart(this.querySelector('canvas'), this.config());
  }
}
customElements.define('drawn-chart', DrawnChart);

/**
 * A chart of `rows`. `name` is `{title, of(row)}`, `series` are `{title, colour, of(row)}`, whose numbers `format`
 * writes; `across` lays the bars, `stacked` piles them up.
 */
export function chart(caption, name, series, rows, { format, note = null, across = false, stacked = false }) {
  const canvas = element('canvas', { role: 'img', 'aria-label': `${caption}: chart. The same numbers are in the table below it.` });
  const drawn = element('drawn-chart', { class: across ? 'across' : null }, canvas);
  drawn.config = () => ({
    type: 'bar',
    data: { labels: rows.map(name.of), datasets: series.map((each) => dataset(each, rows.map(each.of))) },
    options: options({ stacked, across, format }),
  });
  const columns = [name, ...series.map(({ title, of }) => ({ title, number: true, of: (row) => format(of(row)) }))];
  return element(
    'figure',
    { class: 'panel' },
    element('figcaption', {}, element('h2', {}, caption), note && element('p', {}, note)),
    drawn,
    element('details', {}, element('summary', {}, 'As a table'), table(caption, columns, rows)),
  );
}

/** A table whose counts have a bar each; `rows` are `{name, count}`, and `empty` is said where there are none. */
export function shares(caption, title, rows, { unit, name = (text) => text, format, empty }) {
  const most = Math.max(...rows.map(({ count }) => count));
  const bar = (share) => {
    const node = element('span', { class: 'share' }, element('span', {}, name(share.name)));
    node.style.setProperty('--part', share.count / most);
    return node;
  };
  const columns = [
    { title, of: bar },
    { title: unit, number: true, of: ({ count }) => format(count) },
  ];
  if (rows.length === 0) return element('section', { class: 'panel' }, element('h2', {}, caption), element('p', { class: 'nothing' }, empty));
  return element('section', { class: 'panel' }, table(caption, columns, rows));
}
