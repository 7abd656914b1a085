import { element, table } from './dom.js';
import { estimate, MONTH, USUAL } from './estimate.js';
import { fineMoney, money } from './money.js';

const NUMBERS = {
  conversations: 'Conversations a day',
  questions: 'Questions a conversation',
  seconds: 'Seconds of speech a question',
  input: 'Tokens in a prompt',
  output: 'Tokens in an answer',
  characters: 'Characters spoken an answer',
};
const STAGES = { listening: 'Listening', answering: 'Answering', speaking: 'Speaking', all: 'All' };

const PRICES = {
  minute: ({ transcription }) => ({ label: 'A minute transcribed', value: transcription.minute, ...transcription }),
  input: ({ answer }) => ({ label: 'A million tokens in', value: answer.input, ...answer }),
  output: ({ answer }) => ({ label: 'A million tokens out', value: answer.output, ...answer }),
  characters: ({ speech }) => ({ label: 'A million characters spoken', value: speech.characters, ...speech }),
};

function field(name, label, value, note = null) {
  const id = `estimate-${name}`;
  const input = element('input', { id, name, type: 'number', min: '0', step: 'any', inputmode: 'decimal', value: String(value) });
  return element('p', {}, element('label', { for: id }, label, note && element('span', { class: 'note' }, note)), input);
}

const hint = ({ model, listed }) => (listed ? ` ${model}` : ` ${model} is not in the price list`);

/** The numbers of the fields whose names begin with this. */
function values(form, prefix, names) {
  return Object.fromEntries(names.map((name) => [name, form.elements[`${prefix}${name}`].valueAsNumber]));
}

function results(form, currency) {
  const all = estimate(values(form, '', Object.keys(NUMBERS)), values(form, 'price-', Object.keys(PRICES)));
  const column = (title, period, told = money) => ({ title, number: true, of: ([, cost]) => told(cost[period], currency) });
  const columns = [
    { title: 'Stage', of: ([stage]) => STAGES[stage] },
    column('Conversation', 'conversation', fineMoney),
    column('Day', 'day'),
    column(`Month (${MONTH} days)`, 'month'),
  ];
  return table('Estimated cost', columns, Object.entries(all));
}

/** What it would cost, with one's own numbers. `prices` are those of the price list. */
export function estimator(prices) {
  const told = element('div', {});
  const form = element(
    'form',
    { class: 'estimate', oninput: () => update(), onreset: () => setTimeout(update) },
    element('fieldset', {}, element('legend', {}, 'Conversations'), ...Object.entries(NUMBERS).map(([name, label]) => field(name, label, USUAL[name]))),
    element(
      'fieldset',
      {},
      element('legend', {}, `Prices in ${prices.currency}`),
      ...Object.entries(PRICES).map(([name, of]) => {
        const price = of(prices);
        return field(`price-${name}`, price.label, price.value, hint(price));
      }),
    ),
    element('p', {}, element('button', { type: 'reset', class: 'quiet' }, 'Start again')),
  );
  function update() {
    told.replaceChildren(results(form, prices.currency));
  }
  form.addEventListener('submit', (event) => event.preventDefault());
  update();
  return [element('h2', {}, 'Estimate'), element('p', { class: 'note' }, 'What it would cost with other numbers. Nothing is saved.'), form, told];
}
