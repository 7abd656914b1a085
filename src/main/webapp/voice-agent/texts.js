/** Everything the widget says, by language. A sentence about a problem always ends with what to do next. */
const en = {
  title: 'Ask us',
  open: 'Open the voice agent',
  close: 'Close',
  startOver: 'Start over',
  conversation: 'Conversation',
  question: 'Your question',
  placeholder: 'Type a question',
  send: 'Send',
  askByVoice: 'Ask by voice',
  interruptAndAsk: 'Interrupt and ask by voice',
  stopListening: 'Stop listening',
  stopAnswer: 'Stop the answer',
  speakAnswers: 'Speak answers',
  captions: 'Captions',
  tryAgain: 'Try again',
  you: 'You',
  agent: 'Agent',
  sources: 'Sources',
  interrupted: 'Interrupted',
  unanswered: 'This question was not answered.',
  greeting: 'Hello! Ask me anything about this website, aloud or in writing.',

  hint: 'Press the microphone and speak, or type.',
  warmingUp: 'The voice is warming up. You can type already.',
  answerWarmingUp: 'Warming up. The first answer takes a moment.',
  stillWarmingUp: 'The voice is off for now. Please type your question.',
  microphone: 'Waiting for the microphone. Please allow it.',
  listening: 'Listening. Speak now.',
  hearing: 'Listening. I stop when you stop.',
  understanding: 'Understanding what you said',
  answering: 'Answering',
  waiting: 'Busy at the moment. Your question is next.',
  speaking: 'Speaking. Press the microphone to interrupt.',

  noSpeech: 'I did not hear anything. Press the microphone and speak a little louder, or type.',
  tooLongSpoken: 'That was longer than I can take in at once. Please ask again in fewer words, or type.',
  tooLongTyped: 'That is longer than I can take in at once. Please shorten your question.',
  notAccepted: 'I could not take that question. Please put it another way.',
  tooMany: 'Those were many questions in a short time. Please wait a moment and try again.',
  tooManyLater: 'Those were many questions in a short time. Please come back in about {minutes} minutes.',
  busy: 'I am busy at the moment. Please try again shortly.',
  failed: 'Something went wrong while answering. Please try again.',
  cut: 'The connection broke before the answer was complete. Please try again.',
  timeout: 'The answer is taking too long. Please try again.',
  unreachable: 'I cannot be reached at the moment. Check your connection and try again.',
  sessionLost: 'Our earlier conversation has expired. Please ask again.',
  newConversation: 'Our earlier conversation has expired; this is a new one.',
  disabled: 'I am not available at the moment.',
  eraseFailed: 'The conversation could not be deleted yet. Please try again.',
  voiceOff: 'The voice is off for now. You can read the answer here.',
  voiceWarmingUp: 'The voice is still warming up. Please type your question, or try the microphone again in a moment.',
  voiceNotInLanguage: 'I do not speak the language of this page yet. Please type your question.',
  microphoneDenied: 'The microphone is blocked. Allow it in the settings of your browser for this page, or type.',
  microphoneMissing: 'I found no microphone. Connect one and try again, or type your question.',
  microphoneBusy: 'Another program is using the microphone. Close it and try again, or type your question.',
  microphoneInsecure: 'The microphone works on secure pages (https) only. Please type your question.',
  microphoneFailed: 'The microphone does not work here. Please type your question.',
};

const LANGUAGES = { en };

/** The primary language of a tag: `de` for `de-AT`. */
export function primaryLanguage(tag) {
  return String(tag ?? '').trim().toLowerCase().split(/[-_]/)[0];
}

/** A function from key to sentence, in the language of the tag, or in English. */
export function textsFor(tag) {
  const texts = LANGUAGES[primaryLanguage(tag)] ?? en;
  return (key, values = {}) => {
    const text = texts[key] ?? en[key] ?? en.failed;
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };
}

/** The keys every language must have. */
export const TEXT_KEYS = Object.freeze(Object.keys(en));

/** The language the texts for this tag are written in, for a `lang` attribute. */
export function textLanguage(tag) {
  const language = primaryLanguage(tag);
  return language in LANGUAGES ? language : 'en';
}
