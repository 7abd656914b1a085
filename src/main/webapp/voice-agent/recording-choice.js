import { element } from './dom.js';

/** Asked only where the server records: so the words come with the question, in all languages. */
const ASKED = {
  en: 'You may also record the sound of this conversation. I can delete the recordings together with it.',
  de: 'Sie dürfen auch den Ton dieses Gesprächs aufnehmen. Ich kann die Aufnahmen zusammen mit ihm löschen.',
  es: 'También pueden grabar el sonido de esta conversación. Puedo borrar las grabaciones junto con ella.',
  fr: 'Vous pouvez aussi enregistrer le son de cette conversation. Je peux supprimer les enregistrements avec elle.',
  ar: 'يمكنكم أيضًا تسجيل صوت هذه المحادثة. أستطيع حذف التسجيلات معها.',
};

/**
 * Asks besides, in the step of consent and later in the settings, whether the visitor may be recorded; once, and in the
 * language of the other words. As long as nobody checks it the answer is no; what is changed later is told at once, and when
 * that fails it says so here: what is said beside the conversation is out of sight. `terms` has the step, `{node, recording}`,
 * and the consent, `{needed, agree()}`; what `recording` is set to is shown.
 */
export function askRecording({ step, consent }) {
  if (step.asksRecording) return;
  const words = ASKED[step.node.closest('[lang]').lang] ?? ASKED.en;
  const before = step.recording;
  const boxes = ['.consent .pair', '.own-data-place .pair'].map((place) => {
    const box = element('input', { type: 'checkbox' });
    const told = element('p', { class: 'told', 'aria-live': 'polite' });
    box.addEventListener('change', async () => {
      step.recording = box.checked;
      told.textContent = '';
      if (!consent.needed) told.textContent = (await consent.agree()) ?? '';
    });
    const label = element('label', { class: 'consent-meaning', part: 'recording' }, box, ` ${words}`);
    step.node.getRootNode().querySelector(place).before(label, told);
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
