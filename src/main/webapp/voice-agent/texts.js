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
  handsFree: 'Hands-free',
  captions: 'Captions',
  tryAgain: 'Try again',
  you: 'You',
  agent: 'Agent',
  sources: 'Sources',
  interrupted: 'Interrupted',
  unanswered: 'This question was not answered.',
  greeting: 'Hello! Ask me anything about this website, aloud or in writing.',

  hint: 'Press the microphone and speak, or type.',
  textOnly: 'My time for listening and speaking is used up for today. Please type your question; I answer in writing.',
  speechSpent: 'My time for speaking is used up for today. Ask as before, and read the answer here.',
  siteOnly: 'For the rest of today my answers come straight from the pages of this site. Please type your question.',
  closed: 'I have answered all I can for today. Please come back in {wait}; until then, the pages of this site are there.',
  warmingUp: 'The voice is warming up. You can type already.',
  answerWarmingUp: 'Warming up. The first answer takes a moment.',
  stillWarmingUp: 'The voice is off for now. Please type your question.',
  voiceUnavailable: 'I cannot listen at the moment. Please type your question.',
  speechUnavailable: 'I cannot speak at the moment. Ask aloud or type, and read the answer here.',
  microphone: 'Waiting for the microphone. Please allow it.',
  listening: 'Listening. Speak now.',
  hearing: 'Listening. I stop when you stop.',
  understanding: 'Understanding what you said',
  answering: 'Answering',
  waiting: 'One moment, please. Your question is next.',
  reconnecting: 'The connection broke. I am finding the way back to your answer.',
  speaking: 'Speaking. Press the microphone to interrupt.',

  handsFreeConnecting: 'Connecting. One moment, please.',
  handsFreeListening: 'Listening. Speak any time.',
  handsFreeSpeaking: 'Speaking. Just speak to interrupt.',
  handsFreeReconnecting: 'The connection broke. I am reconnecting.',
  notUnderstood: 'I did not catch that. Please say it again.',

  handsFreeUnsupported: 'Your browser cannot talk hands-free. Press the microphone for each question, or type.',
  handsFreeLost: 'The connection broke, and hands-free is off. Please try again, or press the microphone.',
  handsFreeBusy: 'Too many are talking hands-free at the moment. Please try again shortly, or press the microphone.',
  handsFreeHidden: 'Hands-free is off, because this page was out of sight. Switch it on again to go on.',
  noSpeech: 'I did not hear anything. Press the microphone and speak a little louder, or type.',
  tooLongSpoken: 'That was longer than I can take in at once. Please ask again in fewer words, or type.',
  tooLongTyped: 'That is longer than I can take in at once. Please shorten your question.',
  notAccepted: 'I could not take that question. Please put it another way.',
  tooMany: 'Those were many questions in a short time. Please wait a moment and try again.',
  tooManyLater: 'Those were many questions in a short time. Please try again in {wait}.',
  conversationSpent: 'This conversation has used all it can for today. Please come back in {wait}; until then, the pages of this site are there.',
  outOfSight: 'I cannot reach our conversation at the moment. It is kept; please try again in {wait}.',
  sortingOut: 'Our servers are changing places at the moment. Please try again in {wait}.',
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
  second: 'a second',
  seconds: '{count} seconds',
  minutes: '{count} minutes',
  hours: '{count} hours',
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

/** A function from key to sentence, in the language of the tag, or in English. A value may itself be a key and its values. */
export function textsFor(tag) {
  const texts = LANGUAGES[primaryLanguage(tag)] ?? en;
  const say = (key, values = {}) => {
    const text = texts[key] ?? en[key] ?? en.failed;
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name];
      return Array.isArray(value) ? say(...value) : value ?? whole;
    });
  };
  return say;
}

/** The keys every language must have. */
export const TEXT_KEYS = Object.freeze(Object.keys(en));

/** The language the texts for this tag are written in, for a `lang` attribute. */
export function textLanguage(tag) {
  const language = primaryLanguage(tag);
  return language in LANGUAGES ? language : 'en';
}
