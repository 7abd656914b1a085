import { Dialogue } from './dialogue.js';
import { HandsFree } from './hands-free.js';
import { Live } from './live.js';
import { Microphone } from './microphone.js';
import { whenLongHidden } from './out-of-sight.js';

/** How the visitor and the agent talk: turn by turn at the press of a button, or hands-free. One at a time. */
export class Talking {
  #dialogue;
  #handsFree;
  #voice;

  constructor(api, voice, readiness, stage) {
    this.#voice = voice;
    this.#dialogue = new Dialogue(api, voice, readiness, stage);
    this.#handsFree = new HandsFree(voice, readiness, stage, {
      openMicrophone: Microphone.open,
      connect: (observer) => new Live({ url: api.liveUrl, session: (lost) => api.session(lost) }, observer),
      whenLongHidden,
    });
  }

  get #now() {
    return this.#handsFree.on ? this.#handsFree : this.#dialogue;
  }

  get state() {
    return this.#now.state;
  }

  /** The key of why there is no talking hands-free at the moment, or null. */
  get refusal() {
    if (!window.isSecureContext || !navigator.mediaDevices) return 'microphoneInsecure';
    if (!window.WebSocket || !window.AudioWorkletNode) return 'handsFreeUnsupported';
    return this.#voice.deaf ?? this.#voice.mute;
  }

  press() {
    this.#now.press();
  }

  ask(question) {
    this.#now.ask(question);
  }

  /** Ends what is said now, at once; false when there was nothing to end. */
  interrupt() {
    return this.#now.interrupt();
  }

  /** Switches hands-free on, inside a press, or off. */
  handsFree(on) {
    if (!on) return this.#handsFree.stop();
    this.#dialogue.interrupt();
    this.#handsFree.start();
  }

  /** What the agent offers may have changed. */
  check() {
    this.#handsFree.check();
  }

  /** Ends all talking. */
  end() {
    this.#dialogue.interrupt();
    this.#handsFree.stop();
  }

  /** The page goes away: silence, but the visitor may come back to what is being answered. */
  leave() {
    this.#dialogue.leave();
    this.#handsFree.leave();
  }
}
