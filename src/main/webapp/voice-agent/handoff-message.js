const TOO_MANY = 'rate-limit';

/** One message to a person: `empty`, `sending`, `sent`, `failed` or, after too many of them, `many`. */
export class HandoffMessage {
  #send;
  #onstate;
  #state = 'empty';

  /** `send(json)` rejects with a Problem when it is not taken; `onstate(state)` is told of each change. */
  constructor(send, onstate) {
    this.#send = send;
    this.#onstate = onstate;
  }

  get state() {
    return this.#state;
  }

  /** Sends it, once; what failed may be sent again. Without a contact nobody could get in touch, so nothing is sent. */
  async send({ contact, includeTranscript }) {
    if (this.#state === 'sending' || this.#state === 'sent') return;
    const reach = contact.trim();
    if (!reach) return this.#become('empty');
    this.#become('sending');
    try {
      await this.#send({ includeTranscript, contact: reach });
      this.#become('sent');
    } catch (problem) {
      this.#become(problem.kind === TOO_MANY ? 'many' : 'failed');
    }
  }

  #become(state) {
    this.#state = state;
    this.#onstate(state);
  }
}
