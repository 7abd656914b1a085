/**
 * Decides by loudness when the utterance is over: after speech, about 1.2 seconds of quiet. Pure; counts samples, reads
 * no clock. "Loud" is relative to the room (its quietest moments) and to the visitor (the loudest ones): a fan does not
 * keep the microphone open, and a soft voice is not cut off.
 */
const FRAME_MS = 20;
const ONSET_MS = 80; // shorter than this is a click, not speech
const ROOM_MS = 2500; // the room is as loud as its quietest frame in this time
const ROOM_FACTOR = 3;
const QUIETEST_SPEECH = 0.008;
const LOUDEST_ROOM = 0.06; // a visitor who speaks at once must not be taken for the room
const SPEECH_FACTOR = 0.08;

/** What `accept` answers: nothing said yet, the visitor speaks, spoke and is quiet, never spoke, spoke too long. */
export const HEARD = Object.freeze({
  NOTHING: 'nothing',
  SPEECH: 'speech',
  END: 'end',
  SILENCE: 'silence',
  LIMIT: 'limit',
});

export class Endpointing {
  #limits;
  #frame;
  #filled = 0;
  #energy = 0;
  #elapsed = 0;
  #loud = 0;
  #quiet = 0;
  #spoke = false;
  #room = [];
  #peak = 0;
  #level = 0;

  constructor(rate, { quietMs = 1200, patienceMs = 8000, longestMs = 60000 } = {}) {
    this.#limits = { quietMs, patienceMs, longestMs };
    this.#frame = Math.round((rate * FRAME_MS) / 1000);
  }

  /** Has there been speech so far? */
  get spoke() {
    return this.#spoke;
  }

  /** Milliseconds of speech without a pause up to now. */
  get unbroken() {
    return this.#loud;
  }

  /** Loudness of the last frame for a meter, 0 to 1: -54 dB is 0, -10 dB is 1. */
  get level() {
    return Math.max(0, Math.min(1, (20 * Math.log10(this.#level + 1e-6) + 54) / 44));
  }

  /** Takes the next samples and answers one of HEARD. */
  accept(samples) {
    for (const sample of samples) {
      this.#energy += sample * sample;
      if (++this.#filled === this.#frame) this.#endFrame();
    }
    return this.#heard();
  }

  #endFrame() {
    this.#level = Math.sqrt(this.#energy / this.#frame);
    this.#filled = 0;
    this.#energy = 0;
    this.#elapsed += FRAME_MS;
    const loud = this.#level > this.#threshold();
    this.#loud = loud ? this.#loud + FRAME_MS : 0;
    if (this.#loud >= ONSET_MS) {
      this.#spoke = true;
      this.#quiet = 0;
      this.#peak = Math.max(this.#peak * 0.995, this.#level);
    } else {
      this.#quiet += FRAME_MS;
    }
  }

  #threshold() {
    this.#room.push(this.#level);
    if (this.#room.length > ROOM_MS / FRAME_MS) this.#room.shift();
    const room = Math.min(LOUDEST_ROOM, Math.min(...this.#room) * ROOM_FACTOR);
    return Math.max(QUIETEST_SPEECH, room, this.#peak * SPEECH_FACTOR);
  }

  #heard() {
    const { quietMs, patienceMs, longestMs } = this.#limits;
    if (this.#spoke && this.#quiet >= quietMs) return HEARD.END;
    if (this.#elapsed >= longestMs) return this.#spoke ? HEARD.LIMIT : HEARD.SILENCE;
    if (!this.#spoke && this.#elapsed >= patienceMs) return HEARD.SILENCE;
    return this.#spoke ? HEARD.SPEECH : HEARD.NOTHING;
  }
}
