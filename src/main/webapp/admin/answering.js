/** A form in which an admin answers a gap on the spot. */
import { change } from './api.js';
import { element } from './dom.js';
import { acceptance, line } from './gap-state.js';

const MOST_WORDINGS = 20;
const LONGEST = { question: '500', answer: '1500', title: '200', url: '2000' };

function field(name, label, tag, attributes, value) {
  const id = `answering-${name}`;
  const input = element(tag, { id, name, maxlength: LONGEST[name], ...attributes });
  input.value = value;
  return element('p', { class: 'field' }, element('label', { for: id }, label), input);
}

/** `accepted` is the answer there is already, or null. Calls `done(answer)` with what was kept, `cancelled()` when nothing was. */
export function answering(gap, accepted, { done, cancelled }) {
  const told = element('p', { role: 'alert', class: 'alert' });
  const save = element('button', { type: 'submit' }, 'Accept this answer');
  const form = element(
    'form',
    { class: 'answering', 'aria-label': `Answer: ${gap.question}` },
    field('question', 'Question', 'input', { required: true, autocomplete: 'off', lang: gap.language }, accepted?.question ?? line(gap.question)),
    field('answer', 'Answer, as it is shown and spoken', 'textarea', { required: true, rows: '4', lang: gap.language }, accepted?.answer ?? ''),
    field('title', 'Title of a page to read on (may be empty)', 'input', { autocomplete: 'off' }, accepted?.title ?? ''),
    field('url', 'Its address (may be empty)', 'input', { type: 'url', autocomplete: 'off' }, accepted?.url ?? ''),
    element(
      'p',
      { class: 'choice' },
      save,
      element('button', { type: 'button', class: 'quiet', onclick: cancelled }, 'Cancel'),
    ),
    told,
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    save.disabled = true;
    told.textContent = '';
    try {
      const body = acceptance(Object.fromEntries(new FormData(form)), gap, accepted, MOST_WORDINGS);
      done(await (accepted ? change('PUT', `knowledge/answers/${encodeURIComponent(accepted.id)}`, body) : change('POST', 'knowledge/answers', body)));
    } catch (refusal) {
      told.textContent = refusal.message;
    } finally {
      save.disabled = false;
    }
  });
  return form;
}
