/** One turn of a live conversation: what has come of it, and what has been heard. */
export class LiveTurn {
  #controller = new AbortController();
  #received = new Set(); // sentences whose speech has come to its end
  #written = Infinity; // from this sentence on the answer is written only
  #heard = -1;
  #reported = -1;
  turnId;
  question;
  line;
  speech = null;
  /** Was it typed? */
  typed;
  /** Does the server know of it? */
  begun;
  /** Has all of it come? */
  done = false;
  audible = false;

  constructor({ turnId, question, line, typed = false }) {
    Object.assign(this, { turnId, question, line, typed, begun: !typed });
  }

  /** Fires when the turn is over. */
  get signal() {
    return this.#controller.signal;
  }

  /** Takes a note of an event. */
  note({ type, index, last }) {
    this.begun = true;
    if (type === 'audio' && last) this.#received.add(index);
    else if (type === 'unspoken') this.#written = Math.min(this.#written, index);
    else if (type === 'done') this.done = true;
    if (type === 'audio' && last && (!this.speech || this.speech.off)) this.heard(index); // read, then
  }

  heard(index) {
    this.#heard = Math.max(this.#heard, index);
  }

  /** All that came has been heard, or read. */
  heardAll() {
    this.#heard = Math.max(-1, ...this.#received);
  }

  /** The first sentence that has not been received to its end. */
  get missing() {
    let index = 0;
    while (this.#received.has(index) || (index >= this.#written && this.line.has(index))) index++;
    return index;
  }

  /** The connection is a new one: what was reported on the old one may have to be said again. */
  reconnected() {
    this.#reported = -1;
    this.speech?.restart();
  }

  /** Tells by `send(message)` what has been heard since; it answers whether somebody listened. */
  report(send) {
    if (this.#heard <= this.#reported) return;
    if (send({ type: 'heard', turnId: this.turnId, through: this.#heard })) this.#reported = this.#heard;
  }

  /** Nothing more of it is to be heard; `outcome` if it was cut short. */
  end(outcome) {
    this.#controller.abort();
    if (outcome) this.line.finish({ outcome, heard: this.#heard + 1 });
    this.line.speaking(null);
  }
}
