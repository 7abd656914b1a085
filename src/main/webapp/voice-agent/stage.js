import { VoiceAgentErrorEvent, VoiceAgentStateEvent, VoiceAgentTurnEvent } from './events.js';

/** What a dialogue shows in the view, and reports as events of the element. `status(key)` shows a status, null the idle one. */
export function stage(element, view, status) {
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
    question: (turnId, question) => view.log.question(turnId, question),
    notice: (key, values, again) => view.notice(key, values, again),
    answered: (turn) => element.dispatchEvent(new VoiceAgentTurnEvent(turn)),
    problem: (problem) => element.dispatchEvent(new VoiceAgentErrorEvent(problem)),
  };
}
