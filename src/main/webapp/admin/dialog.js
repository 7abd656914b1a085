import { element } from './dom.js';

/**
 * Asks before something is done, in a modal dialog.
 *
 * `question` is `{title, text, confirm, field?}`, and `field` `{label, ...attributes of its input}`. Resolves to what was typed, empty
 * without a field, or to null when it is not to be done.
 */
export function confirmed({ title, text, confirm, field = null }) {
  const input = field && element('input', { id: 'asked', autocomplete: 'off', spellcheck: 'false', ...attributes(field) });
  const dialog = element(
    'dialog',
    { 'aria-labelledby': 'asks', 'aria-describedby': 'explains' },
    element(
      'form',
      { method: 'dialog' },
      element('h2', { id: 'asks' }, title),
      element('p', { id: 'explains' }, text),
      field && element('p', { class: 'field' }, element('label', { for: 'asked' }, field.label), input),
      element(
        'p',
        { class: 'choice' },
        element('button', { type: 'submit', value: 'yes' }, confirm),
        element('button', { type: 'submit', value: '', formnovalidate: true, class: 'quiet' }, 'Cancel'),
      ),
    ),
  );
  document.body.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes' ? (input?.value.trim() ?? '') : null);
    });
    dialog.showModal();
  });
}

function attributes({ label, ...others }) {
  return others;
}
