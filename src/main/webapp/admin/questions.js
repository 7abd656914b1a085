/** Questions by what they ask for, with the wordings behind each. */
import { element, table } from './dom.js';
import { count } from './format.js';

/** The wordings of a question, under its name; the name alone where there is one only. */
function named({ question, language, wordings }) {
  const name = element('bdi', { lang: language }, question);
  if (wordings.length === 1) return name;
  const items = wordings.map(({ question: words, tally }) => element('li', {}, element('bdi', { lang: language }, words), ` (${count(tally.turns)})`));
  return element('details', { class: 'wordings' }, element('summary', {}, name), element('ul', {}, ...items));
}

const COLUMNS = [
  { title: 'Question', of: named },
  { title: 'Times', number: true, of: ({ tally }) => count(tally.turns) },
  { title: 'Not answered', number: true, of: ({ tally }) => count(tally.unanswered) },
  { title: 'Thumbs down', number: true, of: ({ tally }) => count(tally.down) },
];

/** How often something else was asked. */
export const unlistedNote = (turns) => (turns === 1 ? 'One more was something else.' : `${count(turns)} more were something else.`);

/** Those asked most; `empty` is said where there are none. */
export function popular({ questions, unlisted }, empty) {
  const title = 'Popular questions';
  if (questions.length === 0) return element('section', { class: 'panel' }, element('h2', {}, title), element('p', { class: 'nothing' }, empty));
  const rest = unlisted > 0 ? element('p', { class: 'nothing' }, unlistedNote(unlisted)) : null;
  return element('section', { class: 'panel wide' }, table(title, COLUMNS, questions), rest);
}
