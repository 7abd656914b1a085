/** So long a press is meant to be held: listening ends with it. */
export const HOLD_MS = 350;
/** A click so soon after a press that was told of already belongs to it. */
const ECHO_MS = 700;

/**
 * Decides what a press of the microphone is: a short one toggles, a held one listens until it is let go. Pure; it is told
 * what happens and when, in milliseconds, and answers `toggle`, `hold`, `release` or null.
 *
 * `by` is what presses: `pointer`, or the name of a key. A short press of a pointer toggles by the click that follows it, and
 * so does a click out of nowhere, as screen readers and voice control make it; keys are followed by none.
 */
export class Holding {
  #by = null;
  #since = 0;
  #held = false;
  #over = -Infinity; // when the last one ended that needs no click

  /** Is something pressing? */
  get pressed() {
    return this.#by !== null;
  }

  /** Something presses; a key that repeats, and a second finger, press already. */
  down(by, now) {
    if (this.pressed) return;
    this.#by = by;
    this.#since = now;
    this.#held = false;
    this.#over = -Infinity;
  }

  /** Time has passed; `able` says whether there is anything to hold. */
  lasts(now, able = true) {
    if (!able || !this.pressed || this.#held || now - this.#since < HOLD_MS) return null;
    this.#held = true;
    return 'hold';
  }

  /** Let go. */
  up(by, now) {
    if (by !== this.#by) return null;
    const clicks = by === 'pointer' && now - this.#since < HOLD_MS; // after a longer touch browsers make none
    if (!clicks) this.#over = now;
    return this.#end() ? 'release' : clicks ? null : 'toggle';
  }

  /** Pressing has ended otherwise: the focus is elsewhere, the window too, or the browser took the pointer for its own. */
  cut(now) {
    if (this.pressed) this.#over = now;
    return this.#end() ? 'release' : null;
  }

  /** A click; `counted` says whether fingers or a mouse made it. */
  click(counted, now) {
    return counted && now - this.#over < ECHO_MS ? null : 'toggle';
  }

  #end() {
    const held = this.#held;
    this.#by = null;
    this.#held = false;
    return held;
  }
}
