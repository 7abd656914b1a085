/** One conversation of the log, `#conversation/<reference>`. */
import { read } from './api.js';
import { element, figure } from './dom.js';
import { at, count, country, language, time } from './format.js';
import { money } from './money.js';
import { ofNone, ofTurn, player, recordings } from './recordings.js';

const NO_WORDS = 'No words are kept of this turn.';

const sum = (turns, of) => turns.reduce((all, turn) => all + of(turn), 0);

/** What turns cost, each currency by itself: the price list may have got another one meanwhile. */
export function costs(turns) {
  const currencies = [...new Set(turns.map(({ currency }) => currency))];
  const cost = (currency) => sum(turns.filter((turn) => turn.currency === currency), (turn) => turn.cost);
  return currencies.map((currency) => money(cost(currency), currency)).join(', ');
}

function facts(turns) {
  const [first] = turns;
  const tokens = sum(turns, ({ inputTokens, outputTokens }) => inputTokens + outputTokens);
  return element(
    'dl',
    { class: 'figures' },
    figure(count(turns.length), turns.length === 1 ? 'Question' : 'Questions', `the first ended ${at(first.at)}`),
    figure(first.device ?? 'Not known', 'Device', `Country: ${country(first.country)}`),
    figure(count(tokens), 'Tokens', `Language: ${language(first.language)}`),
    figure(costs(turns), 'Cost'),
  );
}

function notes(turn) {
  const all = [
    turn.spoken ? 'spoken' : 'typed',
    turn.problem ? `${turn.outcome}: ${turn.problem}` : turn.outcome,
    turn.engine,
    turn.firstAudioMs > 0 ? `first audio after ${time(turn.firstAudioMs)}` : null,
    `${time(turn.totalMs)} in all`,
    `${count(turn.inputTokens + turn.outputTokens)} tokens`,
    turn.cacheHits > 0 ? `${count(turn.cacheHits)} from the cache` : null,
    turn.rating ? `thumbs ${turn.rating}` : null,
  ];
  return all.filter((note) => note !== null).join(' · ');
}

/** `sounds` are its recordings, `place` is its number in the conversation. */
function shown(turn, reference, sounds, place) {
  const sources = (turn.sources ?? '').split('\n').filter((source) => source !== '');
  return element(
    'li',
    { class: 'turn' },
    element('p', { class: 'when' }, element('time', { datetime: turn.at }, at(turn.at))),
    element('p', { class: 'question', lang: turn.language, dir: 'auto' }, turn.question ?? NO_WORDS),
    turn.response ? element('p', { class: 'response', lang: turn.language, dir: 'auto' }, turn.response) : null,
    sources.length > 0 ? element('p', { class: 'notes' }, `Sources: ${sources.join(', ')}`) : null,
    element('p', { class: 'notes' }, notes(turn)),
    ...sounds.map((sound) => player(reference, sound, `question ${place}`)),
  );
}

/** What was recorded and belongs to no turn, and why recordings cannot be listened to. */
function besides(reference, others, refusal) {
  const nodes = others.map((sound) => player(reference, sound, 'outside of a question'));
  if (others.length > 0) nodes.unshift(element('h2', {}, 'Recorded outside of a question'));
  return refusal ? [element('p', { class: 'note' }, refusal), ...nodes] : nodes;
}

/** Its turns in their order, and what they add up to. */
export async function conversationPage() {
  const reference = location.hash.split('/')[1] ?? '';
  const [turns, { kept, refusal }] = await Promise.all([
    read(`sessions/${encodeURIComponent(reference)}/turns`),
    recordings(reference),
  ]);
  return [
    element('p', {}, element('a', { href: '#analytics' }, '← Analytics')),
    element('h1', {}, 'Conversation'),
    element('p', { class: 'span' }, `Session ${reference}`),
    facts(turns),
    element('ol', { class: 'turns' }, ...turns.map((turn, index) => shown(turn, reference, ofTurn(kept, turn.turnId), index + 1))),
    ...besides(reference, ofNone(kept, turns), refusal),
  ];
}
