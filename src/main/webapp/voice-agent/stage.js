import { VoiceAgentErrorEvent, VoiceAgentStateEvent, VoiceAgentTurnEvent } from './events.js';

/**
 * What a dialogue shows in the view, and reports as events of the element. `status(key)` shows a status, null the idle one;
 * `memory` watches the lines where the page keeps the conversation; a server that wants the visitor's consent gets it by
 * `terms`, which offer the way to a person as well.
 */
export function stage(element, view, status, terms, memory = null) {
  return {
    status,
    state: (state) => {
      element.setAttribute('state', state);
      view.state(state);
      element.dispatchEvent(new VoiceAgentStateEvent(state));
    },
    level: (level) => view.level(level),
    handsFree: (on) => (view.handsFree = on),
    draft: (text) => view.log.draft(text),
    question: (turnId, question) => {
      const line = view.log.question(turnId, question);
      return memory ? memory.watch(line, { turnId, question }) : line;
    },
    notice: (key, values, again) => (key === 'consentRequired' ? terms.consent.demand(again) : view.notice(key, values, again)),
    handoff: terms.handoff,
    answered: (turn) => element.dispatchEvent(new VoiceAgentTurnEvent(turn)),
    problem: (problem) => element.dispatchEvent(new VoiceAgentErrorEvent(problem)),
  };
}
