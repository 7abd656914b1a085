/**
 * Reads a `text/event-stream`, by the rules of the HTML standard, section 9.2.6. EventSource itself cannot send a
 * POST or an Authorization header. Bytes may arrive cut at any place, inside a character too.
 */
export class EventStream {
  #decoder = new TextDecoder();
  #text = '';
  #afterCarriageReturn = false;
  #type = '';
  #data = [];
  #lastEventId = '';

  /** The events that `bytes` complete, as `{type, data, lastEventId}` with `data` still a string. */
  push(bytes) {
    this.#text += this.#decoder.decode(bytes, { stream: true });
    const events = [];
    for (let line = this.#line(); line !== null; line = this.#line()) {
      const event = this.#read(line);
      if (event) events.push(event);
    }
    return events;
  }

  /** The next whole line, or null. A line ends with CR LF, LF or CR; the LF may come in a later piece than its CR. */
  #line() {
    if (this.#afterCarriageReturn && this.#text !== '') {
      if (this.#text[0] === '\n') this.#text = this.#text.slice(1);
      this.#afterCarriageReturn = false;
    }
    const end = this.#text.search(/[\r\n]/);
    if (end < 0) return null;
    const line = this.#text.slice(0, end);
    this.#afterCarriageReturn = this.#text[end] === '\r';
    this.#text = this.#text.slice(end + 1);
    return line;
  }

  #read(line) {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return null; // a comment: the heartbeat
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#type = value;
    else if (field === 'data') this.#data.push(value);
    else if (field === 'id' && !value.includes('\0')) this.#lastEventId = value;
    return null;
  }

  #dispatch() {
    const event = this.#data.length
      ? { type: this.#type || 'message', data: this.#data.join('\n'), lastEventId: this.#lastEventId }
      : null;
    this.#type = '';
    this.#data = [];
    return event;
  }
}
