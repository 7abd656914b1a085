import { Dialogue } from './dialogue.js';
import { Ears } from './ears.js';
import { LateHandsFree } from './late-hands-free.js';
import { listeningParts } from './listening-parts.js';
import { Replay } from './replay.js';

/** How the visitor and the agent talk: turn by turn at the press of a button, or hands-free. One at a time. */
export class Talking {
  #dialogue;
  #ears;
  #handsFree;
  #replay;
  #voice;
  #readiness;
  #stage;

  /** `listening` says who listens at a press, as `Ears` want it. */
  constructor(api, voice, readiness, { stage, listening }) {
    this.#voice = voice;
    this.#readiness = readiness;
    this.#stage = stage;
    this.#ears = new Ears(voice, readiness, listening);
    this.#replay = new Replay(api, voice, readiness, stage, () => this.#rest());
    const alone = this.#endingReplay();
    const line = { url: api.liveUrl, session: (lost) => api.session(lost), beginning: () => api.beginning };
    this.#dialogue = new Dialogue(api, voice, this.#ears, readiness, alone);
    this.#handsFree = new LateHandsFree(alone, ({ HandsFree, Live, Microphone, whenLongHidden }) => {
      const connect = (observer) => new Live(line, observer);
      return new HandsFree(voice, readiness, alone, { openMicrophone: Microphone.open, connect, whenLongHidden, resumes: api.resumes });
    });
  }

  get #live() {
    return this.#handsFree.live;
  }

  get #now() {
    return this.#live ?? this.#dialogue;
  }

  /** The visitor is here: what they will need is asked for. */
  prepare() {
    listeningParts().catch(() => {}); // a press tells of it
  }

  get state() {
    return this.#replay.on ? 'speaking' : this.#now.state;
  }

  /** The key of why the microphone is not listened to at the moment, or null. */
  get deaf() {
    return this.#ears.refusal;
  }

  /** The key of what to tell a visitor who has asked nothing yet. */
  get idleStatus() {
    return this.#ears.idleStatus;
  }

  /** The key of why there is no talking hands-free at the moment, or null. */
  get refusal() {
    if (!window.isSecureContext || !navigator.mediaDevices) return 'microphoneInsecure';
    if (!window.WebSocket || !window.AudioWorkletNode) return 'handsFreeUnsupported';
    return this.#voice.deaf ?? this.#voice.mute;
  }

  /** The microphone button; hands-free it is open already, and enough is said again. */
  press() {
    if (this.#clear() && this.#live) return;
    this.#now.press();
  }

  /** The microphone is held; hands-free it is open anyway. */
  hold() {
    this.#handsFree.giveUp();
    if (this.#live) this.#live.press();
    else this.#dialogue.hold();
  }

  release() {
    this.#dialogue.release();
  }

  ask(question) {
    this.#clear();
    this.#now.ask(question);
  }

  /** Says an answer once more, inside a press; `onover()` when that has ended. */
  say(text, onover) {
    this.#handsFree.giveUp();
    if (this.#live) this.#live.quiet();
    else this.#dialogue.interrupt();
    this.#replay.say(text, onover);
  }

  /** Ends what is said now, at once; false when there was nothing to end. */
  interrupt() {
    return this.#clear() || this.#now.interrupt();
  }

  /** Switches hands-free on, inside a press, or off. It has been marked why it does not work, but for what passes soon. */
  handsFree(on) {
    this.#clear();
    if (!on) return this.#live?.stop();
    const { refusal } = this;
    if (refusal) return this.#refuse(refusal);
    this.#dialogue.interrupt();
    this.#voice.unlock(); // in the press
    this.#handsFree.start();
  }

  /** It has been marked why it does not work, but for what passes soon. */
  #refuse(refusal) {
    this.#stage.handsFree(false);
    this.#readiness.poll();
    this.#stage.notice(refusal, this.#readiness.values);
  }

  /** What the agent offers may have changed. */
  check() {
    this.#live?.check();
  }

  /** Ends all talking. */
  end() {
    this.#clear();
    this.#dialogue.interrupt();
    this.#live?.stop();
  }

  /** The page goes away: silence, but the visitor may come back to what is being answered. */
  leave() {
    this.#clear();
    this.#dialogue.leave();
    this.#live?.leave();
  }

  /** Ends what is said again, and what is only waited for; false when there was neither. */
  #clear() {
    const said = this.#replay.stop();
    return this.#handsFree.giveUp() || said;
  }

  /** Whatever a conversation shows or hears ends what is said again. */
  #endingReplay() {
    return {
      ...this.#stage,
      state: (state) => {
        this.#replay.stop();
        this.#stage.state(state);
      },
      spokenOver: () => this.#replay.stop(),
    };
  }

  #rest() {
    this.#stage.state(this.#now.state);
    if (this.#live) this.#live.rest();
    else this.#stage.status(null);
  }
}
