/** The answers that admins have accepted, each to a question. */
import { added, field } from './added.js';
import { change, mayAct } from './api.js';
import { confirmed } from './dialog.js';
import { doing } from './doing.js';
import { element, moment, table } from './dom.js';

const PATH = 'knowledge/answers';

/** What is sent of a form's texts: other wordings stand one a line. */
export function answerOf({ question, answer, wordings, title, url }) {
  const lines = wordings.split('\n').map((line) => line.trim());
  return { question: question.trim(), answer: answer.trim(), wordings: lines.filter((line) => line !== ''), title: title.trim(), url: url.trim() };
}

/** A form for a new answer, or the one that `edit(answer)` has put into it. */
function answerForm(told, onsaved) {
  const fields = {
    question: field('Question', 'answer-question', 'input', { required: true, maxlength: '500' }),
    answer: field('Answer', 'answer-text', 'textarea', { required: true, rows: '4', maxlength: '1500' }),
    wordings: field('Other ways to ask it, one a line (may be empty)', 'answer-wordings', 'textarea', { rows: '3' }),
    title: field('Title of its source (may be empty; then the question)', 'answer-title', 'input', { maxlength: '200' }),
    url: field('Address of its source (may be empty)', 'answer-url', 'input', { maxlength: '2000' }),
  };
  const heading = element('h3', {});
  const save = element('button', { type: 'submit' });
  const cancel = element('button', { type: 'button', class: 'quiet', onclick: () => edit(null) }, 'Cancel');
  let edited = null;
  function edit(answer) {
    edited = answer;
    heading.textContent = answer ? 'Change an answer' : 'Add an answer';
    save.textContent = answer ? 'Save' : 'Accept';
    cancel.hidden = !answer;
    for (const [name, { input }] of Object.entries(fields)) {
      const value = answer?.[name] ?? '';
      input.value = Array.isArray(value) ? value.join('\n') : value;
    }
    if (answer) fields.question.input.focus();
  }
  const onsubmit = (event) => {
    event.preventDefault();
    doing(told, save, 'The answer is being saved.', async () => {
      const texts = Object.fromEntries(Object.entries(fields).map(([name, { input }]) => [name, input.value]));
      const answer = { ...answerOf(texts), language: edited?.language };
      await (edited ? change('PUT', `${PATH}/${encodeURIComponent(edited.id)}`, answer) : change('POST', PATH, answer));
      edit(null);
      await onsaved();
      return 'The answer is accepted. All servers give it within seconds.';
    });
  };
  edit(null);
  const nodes = Object.values(fields).map(({ node }) => node);
  const form = element('form', { class: 'form', hidden: !mayAct(), onsubmit }, heading, ...nodes, element('p', { class: 'choice' }, save, cancel));
  return { form, edit };
}

/** The section of the page; `told` is where acts are announced, `onchange()`, a promise, is called after each. */
export async function answersSection(told, onchange) {
  const changed = async () => {
    await section.again();
    await onchange();
  };
  const { form, edit } = answerForm(told, changed);
  const remove = async (button, { id, question }) => {
    const asks = { title: 'Remove an answer?', text: `“${question}” is no longer answered like that, on all servers.`, confirm: 'Remove' };
    if ((await confirmed(asks)) === null) return;
    await doing(told, button, 'The answer is being removed.', async () => {
      await change('DELETE', `${PATH}/${encodeURIComponent(id)}`);
      edit(null);
      await changed();
      return 'The answer is removed.';
    });
  };
  const act = (label, answer, onclick) => element('button', { type: 'button', class: 'quiet', 'aria-label': `${label}: ${answer.question}`, onclick }, label);
  const acts = (answer) =>
    mayAct()
      ? element('span', { class: 'in-row' }, act('Edit', answer, () => edit(answer)), act('Remove', answer, ({ currentTarget }) => remove(currentTarget, answer)))
      : '';
  const columns = [
    { title: 'Question', of: ({ question }) => question },
    { title: 'Answer', of: ({ answer }) => answer },
    { title: 'Source', of: ({ title, url }) => [title, url].filter(Boolean).join(', ') },
    { title: 'Accepted by', of: ({ addedBy }) => addedBy },
    { title: 'Accepted', of: ({ addedAt }) => moment(addedAt) },
    { title: 'Acts', of: acts },
  ];
  const shown = ({ answers }) =>
    answers.length > 0 ? [table('Accepted answers', columns, answers)] : [element('p', { class: 'note' }, 'No answer is accepted.')];
  const section = await added('Accepted answers', PATH, [form], shown);
  return section.node;
}
