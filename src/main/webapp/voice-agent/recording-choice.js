import { element } from './dom.js';

/** Asked only where the server records: so the words come with the question, in all languages. */
const ASKED = {
  en: 'You may also record the sound of it. I can delete the recordings together with the conversation.',
  de: 'Sie dürfen auch den Ton davon aufnehmen. Ich kann die Aufnahmen zusammen mit dem Gespräch löschen.',
  es: 'También pueden grabar el sonido. Puedo borrar las grabaciones junto con la conversación.',
  fr: 'Vous pouvez aussi en enregistrer le son. Je peux supprimer les enregistrements avec la conversation.',
  ar: 'يمكنكم أيضًا تسجيل ذلك صوتًا. أستطيع حذف التسجيلات مع المحادثة.',
};

/**
 * Asks besides, in a step of consent, whether the visitor may be recorded; once, and in the language of the other words. As
 * long as nobody checks it the answer is no.
 */
export function askRecording(step) {
  if (step.recording !== undefined) return;
  step.recording = false;
  const box = element('input', { type: 'checkbox' });
  box.addEventListener('change', () => (step.recording = box.checked));
  const words = ASKED[step.node.closest('[lang]').lang] ?? ASKED.en;
  step.node.querySelector('.pair').before(element('label', { class: 'consent-meaning', part: 'recording' }, box, ` ${words}`));
}
