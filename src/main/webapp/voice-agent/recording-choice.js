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
 * Asks besides, in the step of consent and later in the settings, whether the visitor may be recorded; once, and in the
 * language of the other words. As long as nobody checks it the answer is no; what is changed later is told at once.
 * `terms` has the step, `{node, recording}`, and the consent, `{needed, agree()}`; what `recording` is set to is shown.
 */
export function askRecording({ step, consent }) {
  if (step.asksRecording) return;
  const words = ASKED[step.node.closest('[lang]').lang] ?? ASKED.en;
  const before = step.recording;
  const boxes = ['.consent .pair', '.own-data-place .pair'].map((place) => {
    const box = element('input', { type: 'checkbox' });
    box.addEventListener('change', () => {
      step.recording = box.checked;
      if (!consent.needed) consent.agree();
    });
    const label = element('label', { class: 'consent-meaning', part: 'recording' }, box, ` ${words}`);
    step.node.getRootNode().querySelector(place).before(label);
    return box;
  });
  Object.defineProperties(step, {
    asksRecording: { value: true },
    recording: {
      get: () => boxes[0].checked,
      set: (recording) => boxes.forEach((box) => (box.checked = recording)),
    },
  });
  step.recording = before === true;
}
