/** WebSockets whose server is the test. `sockets` are those that were opened, in order. */
export function fakeSockets() {
  const sockets = [];
  class FakeSocket {
    sent = [];
    bufferedAmount = 0;
    closed = false;

    constructor(url) {
      this.url = url;
      sockets.push(this);
    }

    send(message) {
      this.sent.push(typeof message === 'string' ? JSON.parse(message) : message);
    }

    close() {
      this.closed = true;
    }

    /** The connection stands, and the server listens. */
    start() {
      this.onopen();
      this.tell({ type: 'started', rate: 16000 });
    }

    tell(message) {
      this.onmessage({ data: message instanceof ArrayBuffer ? message : JSON.stringify(message) });
    }

    /** The server, or the network, ends it. */
    end(code = 1006) {
      this.onclose({ code });
    }

    /** The messages of a type that were sent. */
    of(type) {
      return this.sent.filter((message) => message.type === type);
    }
  }
  return { sockets, FakeSocket };
}

/** A piece of speech as the server sends it: so many samples of one value. */
export function speech(turnId, index, { part = 1, last = false, rate = 16000, samples = 160, value = 1000 } = {}) {
  const bytes = Buffer.alloc(32 + samples * 2);
  bytes.write(turnId.replaceAll('-', ''), 'hex');
  [index, part, rate, last ? 1 : 0].forEach((number, i) => bytes.writeInt32BE(number, 16 + i * 4));
  for (let i = 0; i < samples; i++) bytes.writeInt16LE(value, 32 + i * 2);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
}

/** Lets all promises that can go on go on. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));
