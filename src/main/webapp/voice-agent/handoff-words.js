/** Said only where a person is offered: so the words come with the offer, in all languages. */
const WORDS = {
  en: {
    talk: 'Talk to a person',
    message: 'Leave a message for a person',
    contact: 'How can we reach you? (e-mail or telephone)',
    along: 'Send this conversation along',
    send: 'Send',
    sending: 'Sending …',
    sent: 'Sent. A person will get in touch.',
    failed: 'That could not be sent. Please try again.',
    many: 'That was sent several times already. Please try again later.',
  },
  de: {
    talk: 'Mit einem Menschen sprechen',
    message: 'Einem Menschen eine Nachricht hinterlassen',
    contact: 'Wie erreichen wir Sie? (E-Mail oder Telefon)',
    along: 'Dieses Gespräch mitschicken',
    send: 'Senden',
    sending: 'Wird gesendet …',
    sent: 'Gesendet. Ein Mensch wird sich melden.',
    failed: 'Das konnte nicht gesendet werden. Bitte versuchen Sie es noch einmal.',
    many: 'Das wurde schon mehrmals gesendet. Bitte versuchen Sie es später noch einmal.',
  },
  es: {
    talk: 'Hablar con una persona',
    message: 'Dejar un mensaje a una persona',
    contact: '¿Cómo podemos contactarle? (correo o teléfono)',
    along: 'Enviar también esta conversación',
    send: 'Enviar',
    sending: 'Enviando …',
    sent: 'Enviado. Una persona se pondrá en contacto.',
    failed: 'No se pudo enviar. Inténtelo de nuevo.',
    many: 'Ya se ha enviado varias veces. Inténtelo más tarde.',
  },
  fr: {
    talk: 'Parler à une personne',
    message: 'Laisser un message à une personne',
    contact: 'Comment vous joindre ? (e-mail ou téléphone)',
    along: 'Joindre cette conversation',
    send: 'Envoyer',
    sending: 'Envoi …',
    sent: 'Envoyé. Une personne vous contactera.',
    failed: 'L’envoi a échoué. Veuillez réessayer.',
    many: 'Cela a déjà été envoyé plusieurs fois. Veuillez réessayer plus tard.',
  },
  ar: {
    talk: 'التحدث مع شخص',
    message: 'ترك رسالة لشخص',
    contact: 'كيف يمكننا التواصل معكم؟ (بريد إلكتروني أو هاتف)',
    along: 'إرسال هذه المحادثة أيضًا',
    send: 'إرسال',
    sending: 'جارٍ الإرسال …',
    sent: 'تم الإرسال. سيتواصل معكم شخص.',
    failed: 'تعذّر الإرسال. يُرجى المحاولة مرة أخرى.',
    many: 'تم الإرسال عدة مرات. يُرجى المحاولة لاحقًا.',
  },
};

export function handoffWords(language) {
  return WORDS[language] ?? WORDS.en;
}
