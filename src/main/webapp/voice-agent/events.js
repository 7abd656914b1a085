/** The events of <voice-agent>: they bubble, and leave shadow trees. */
const OUT = { bubbles: true, composed: true };

/** The state attribute has changed; `state` is idle, listening, thinking or speaking. */
export class VoiceAgentStateEvent extends Event {
  constructor(state) {
    super('voice-agent-state', OUT);
    this.state = state;
  }
}

/** The answer to a question is complete, as text. `sources` are `{title, url}`. */
export class VoiceAgentTurnEvent extends Event {
  constructor({ question, response, sources }) {
    super('voice-agent-turn', OUT);
    Object.assign(this, { question, response, sources });
  }
}

/** A turn failed; `problem` has the fields of RFC 9457. */
export class VoiceAgentErrorEvent extends Event {
  constructor(problem) {
    super('voice-agent-error', OUT);
    this.problem = problem;
  }
}
