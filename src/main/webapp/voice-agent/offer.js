import { primaryLanguage } from './wording.js';

/** Puts what the agent offers at the moment, to a page in this language, into effect; `parts` are view, terms, voice, talking. */
export function showOffer(readiness, language, { view, terms, voice, talking }) {
  const { greeting, languages, limits, switches } = readiness.config;
  view.log.greet(greeting);
  view.longestQuestion = limits.questionCharacters;
  terms.configured(readiness.config);
  voice.knowsLanguage = !language || languages.map(primaryLanguage).includes(primaryLanguage(language));
  view.log.mute = voice.mute !== null || !switches.direct;
  view.able({ microphone: talking.deaf, spoken: voice.mute, handsFree: talking.refusal }, readiness.values);
  talking.check();
}
