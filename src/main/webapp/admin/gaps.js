/** What is asked in vain, the most frequent first, to be answered on the spot. */
import { answering } from './answering.js';
import { mayAct, read } from './api.js';
import { element } from './dom.js';
import { at, count } from './format.js';
import { acceptedFor, gapState, line } from './gap-state.js';

const TITLE = 'Gaps: questions that were not answered, or not well';
const DONE = 'Accepted. Visitors get this answer within seconds, on all servers.';

/** How often, in words. */
export function gapCounts({ tally: { turns, gaps, unanswered, down }, last }) {
  const parts = [`${count(gaps)} of ${count(turns)} in vain`, unanswered > 0 ? `${count(unanswered)} not answered` : null, down > 0 ? `${count(down)} thumbs down` : null];
  return [...parts.filter((part) => part !== null), `last ${at(last.at)}`].join(' · ');
}

/** The answers that admins have accepted; where they cannot be read, why. */
export const acceptedAnswers = () => read('knowledge/answers').catch((refusal) => ({ kept: false, answers: [], refusal: refusal.message }));

function wordings({ language, wordings: all }) {
  if (all.length === 1) return null;
  const items = all.map(({ question, tally }) => element('li', {}, element('bdi', { lang: language }, question), ` (${count(tally.gaps)})`));
  return element('details', {}, element('summary', {}, `${count(all.length)} wordings`), element('ul', {}, ...items));
}

function answer({ language, last }) {
  const told = last.response === '' ? element('p', { class: 'notes' }, 'No words are kept of the answer.') : element('blockquote', { lang: language, dir: 'auto' }, last.response);
  return element('details', {}, element('summary', {}, 'What was answered last'), told);
}

/** One of them; `answers()` opens the form. */
function shown(gap, { answered, note, accepted }, answers) {
  const label = accepted ? 'Change the answer' : 'Answer this';
  const open = answers && element('button', { type: 'button', class: 'quiet', 'aria-label': `${label}: ${line(gap.question)}`, onclick: answers }, label);
  return element(
    'li',
    { class: answered ? 'gap answered' : 'gap', tabindex: '-1' },
    element('p', { class: 'asked' }, element('bdi', { lang: gap.language }, gap.question)),
    element('p', { class: 'notes' }, gapCounts(gap), ' · ', element('a', { href: `#conversation/${gap.last.session}` }, 'the last conversation')),
    note && element('p', { class: 'state' }, note),
    answer(gap),
    wordings(gap),
    open && element('p', { class: 'choice' }, open),
  );
}

/** Why an admin cannot answer here; null where it can be done. */
const obstacle = ({ kept, refusal }) => (kept ? null : (refusal ?? 'Without a database answers cannot be accepted here.'));

const list = (some) => element('ol', {}, ...some.map(({ node }) => node));

function lists(items) {
  const open = items.filter(({ answered }) => !answered);
  const closed = items.filter(({ answered }) => answered);
  return [
    open.length > 0 ? list(open) : element('p', { class: 'nothing' }, 'All of them have been answered since.'),
    ...(closed.length > 0 ? [element('h3', {}, 'Answered since'), list(closed)] : []),
  ];
}

/** A gap with the way to its form; `done(kept)` is called with what was accepted. */
function item(gap, answers, mayAnswer, done) {
  const there = acceptedFor(gap, answers);
  const state = gapState(gap, there);
  const node = shown(gap, { ...state, accepted: there }, mayAnswer ? form : null);
  function form() {
    const cancelled = () => {
      opened.replaceWith(node);
      node.querySelector('button').focus();
    };
    const opened = element('li', { class: 'gap' }, answering(gap, there, { done, cancelled }));
    node.replaceWith(opened);
    opened.querySelector('textarea').focus();
  }
  return { node, answered: state.answered };
}

/** `accepted` is what `acceptedAnswers` has told, and `empty` is said where there are no gaps. */
export function gapsPanel({ gaps }, accepted, empty) {
  const head = element('h2', {}, TITLE);
  if (gaps.length === 0) return element('section', { class: 'panel gaps' }, head, element('p', { class: 'nothing' }, empty));
  const told = element('p', { role: 'status', class: 'told' });
  const why = mayAct() ? obstacle(accepted) : null;
  const body = element('div', {});
  const draw = (answers) => {
    const done = (kept, place) => {
      draw([...answers.filter(({ id }) => id !== kept.id), kept])[place].node.focus();
      told.textContent = DONE;
    };
    const items = gaps.map((gap, place) => item(gap, answers, mayAct() && accepted.kept, (kept) => done(kept, place)));
    body.replaceChildren(...lists(items));
    return items;
  };
  draw(accepted.answers);
  return element('section', { class: 'panel gaps' }, head, why && element('p', { class: 'nothing' }, why), told, body);
}
