import { Endpointing, HEARD } from './endpointing.js';
import { LiveDialogue } from './live-dialogue.js';
import { Frames } from './live-frames.js';
import { noticeFor, Problem, problemOf } from './problems.js';

/** What is said otherwise than where a button begins and ends each turn. */
const STATUS = { listening: 'handsFreeListening', speaking: 'handsFreeSpeaking' };

/**
 * A conversation without pressing anything: while it is on, the microphone and the connection stay open.
 *
 * `ways` are `openMicrophone(context, signal)`, `connect(observer)`, which makes a Live, `whenLongHidden(signal, act)`, and
 * `resumes`, as of a LiveDialogue's wire.
 */
export class HandsFree {
  #voice;
  #readiness;
  #stage;
  #ways;
  #lifetime = null; // what ends it, while it is on
  #microphone = null;
  #live = null;
  #dialogue;

  constructor(voice, readiness, stage, ways) {
    this.#voice = voice;
    this.#readiness = readiness;
    this.#ways = ways;
    const status = (key) => stage.status(STATUS[key] ?? key);
    this.#stage = { ...stage, status, problem: (problem) => this.#tell(stage, problem) };
  }

  get on() {
    return this.#lifetime !== null;
  }

  get state() {
    return this.on ? this.#dialogue.state : 'idle';
  }

  /** Opens the microphone and the connection; call it inside a press or a key. */
  async start() {
    if (this.on) return;
    const { signal } = (this.#lifetime = new AbortController());
    this.#dialogue = new LiveDialogue(this.#voice, this.#stage, this.#wire());
    this.#stage.notice(null);
    this.#stage.handsFree(true);
    this.#dialogue.become('listening');
    this.#stage.status('microphone');
    this.#ways.whenLongHidden(signal, () => this.stop('handsFreeHidden'));
    try {
      const context = this.#voice.unlock();
      const microphone = await this.#ways.openMicrophone(context, signal);
      if (signal.aborted) return microphone.close();
      this.#microphone = microphone;
      this.#connect(context.sampleRate);
    } catch (error) {
      if (signal.aborted) return;
      this.#giveUp(problemOf(error, 'microphone-failed'));
    }
  }

  /** Releases the microphone and the connection; `key` says why, where the visitor did not ask for it. */
  stop(key = null, values = {}, again = null) {
    if (!this.on) return;
    this.#lifetime.abort();
    this.#lifetime = null;
    this.#dialogue.interrupt();
    this.#microphone?.close();
    this.#live?.close();
    this.#microphone = this.#live = null;
    this.#dialogue.become('idle');
    this.#stage.handsFree(false);
    this.#stage.status(null);
    if (key) this.#stage.notice(key, values, again);
  }

  /** The page goes away: the server is not told to interrupt what the visitor may come back to. */
  leave() {
    if (this.on) this.#dialogue.end('interrupted');
    this.stop();
  }

  /** What the agent offers may have changed: without ears or voice there is no such conversation. */
  check() {
    const refusal = this.#voice.deaf ?? this.#voice.mute;
    if (this.on && !this.#dialogue.busy && refusal) this.stop(refusal, this.#readiness.values);
  }

  /** The microphone button: enough of the answer, or of all. */
  press() {
    this.interrupt();
  }

  /** Silence at once; when nothing is said, hands-free is over. False when it was not on. */
  interrupt() {
    if (!this.on) return false;
    if (!this.#dialogue.interrupt()) this.stop();
    return true;
  }

  ask(question) {
    this.#dialogue.ask(question);
  }

  /** Ends what is said, and goes on listening. */
  quiet() {
    this.#dialogue?.interrupt();
  }

  /** Shows that it listens. */
  rest() {
    this.#dialogue.rest();
  }

  #connect(rate) {
    const frames = new Frames(rate);
    let own = new Endpointing(rate); // the server decides; this is for the eye
    this.#live = this.#ways.connect({
      onstarted: (renewed) => this.#dialogue.started(renewed),
      onmessage: (event) => this.#dialogue.received(event),
      onbroken: () => this.#dialogue.broken(),
      onover: (problem) => this.#giveUp(problem),
    });
    const onsamples = (samples) => {
      for (const frame of frames.push(samples)) this.#live.hear(frame);
      const heard = own.accept(samples);
      if (this.#dialogue.state === 'listening') this.#stage.level(own.level);
      this.#dialogue.noticed(heard, own.unbroken >= this.#readiness.config.limits.bargeInMilliseconds);
      if (heard !== HEARD.NOTHING && heard !== HEARD.SPEECH) own = new Endpointing(rate);
    };
    const giveUp = (problem) => this.#giveUp(problem);
    this.#microphone.listen(onsamples, () => giveUp(Problem.local('microphone-missing')), giveUp);
    if (!this.#dialogue.busy) this.#stage.status('handsFreeConnecting');
    this.#live.open();
  }

  #wire() {
    const live = () => this.#live;
    return {
      get listening() {
        return live()?.started ?? false;
      },
      send: (message) => this.#live?.send(message) ?? false,
      onrest: () => this.check(),
      resumes: this.#ways.resumes,
    };
  }

  #giveUp(problem) {
    if (!this.on) return;
    const { key, values, repeatable } = noticeFor(problem);
    this.stop(key, values, repeatable ? () => this.start() : null);
    this.#stage.problem(problem);
  }

  #tell(stage, problem) {
    stage.problem(problem);
    if (problem.status === 503 || problem.status === 0) this.#readiness.recheck();
  }
}
