/**
 * Plays samples one piece after another without a gap, through the one AudioContext that also listens. The context is
 * created inside the visitor's press: browsers keep a page silent until then.
 */
const LEAD_SECONDS = 0.04; // head start of a piece that has no predecessor
const START_MS = 800;
const HUSHED = 0.05; // of the loudness
const FADE_SECONDS = 0.01; // to a third; without it there is a click

export class Playback {
  #context = null;
  #output = null; // of what is said now
  #level = null; // behind it, as the visitor wants it
  #volume = 1;
  #playing = new Set();
  #end = 0; // when the last scheduled piece ends, in the context's time
  #drained = [];
  #hushed = false;

  /** Creates or resumes the context; call it synchronously inside a press or a key. */
  unlock() {
    this.#context ??= new AudioContext({ latencyHint: 'interactive' });
    if (this.#context.state !== 'running') this.#context.resume().catch(() => {});
    return this.#context;
  }

  get rate() {
    return this.#context.sampleRate;
  }

  /** Can anything be heard? Without a gesture of the visitor the browser does not say no, it just stays silent. */
  async audible() {
    const context = this.unlock();
    const patience = new Promise((resolve) => setTimeout(resolve, START_MS));
    if (context.state !== 'running') await Promise.race([context.resume().catch(() => {}), patience]);
    return context.state === 'running';
  }

  /** Plays samples (at `rate`) right after what is scheduled already; answers in how many ms they begin. */
  schedule(samples) {
    const context = this.#context;
    if (!this.#output) {
      this.#output = context.createGain();
      this.#output.connect((this.#level ??= this.#newLevel()));
    }
    const buffer = context.createBuffer(1, samples.length, context.sampleRate);
    buffer.copyToChannel(samples, 0);
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.#output);
    const start = this.#end > context.currentTime ? this.#end : context.currentTime + LEAD_SECONDS;
    this.#end = start + samples.length / context.sampleRate;
    this.#playing.add(source);
    source.onended = () => this.#ended(source);
    source.start(start);
    return (start - context.currentTime) * 1000;
  }

  /** How loud all is that is said: 0 to 1; heard at once. */
  set volume(volume) {
    this.#volume = volume;
    this.#level?.gain.setTargetAtTime(gain(volume), this.#context.currentTime, FADE_SECONDS);
  }

  /** Nearly silent while `on`, until all is stopped. */
  hush(on) {
    if (on === this.#hushed || !this.#output) return;
    this.#hushed = on;
    this.#output.gain.setTargetAtTime(on ? HUSHED : 1, this.#context.currentTime, FADE_SECONDS);
  }

  /** Silence, at once. */
  stop() {
    this.#hushed = false;
    this.#output?.disconnect();
    this.#output = null;
    for (const source of this.#playing) {
      source.onended = null;
      source.stop();
    }
    this.#playing.clear();
    this.#end = 0;
    this.#settle();
  }

  /** Resolves when nothing scheduled is left to be heard. */
  drained() {
    if (this.#playing.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#drained.push(resolve));
  }

  close() {
    this.stop();
    this.#context?.close().catch(() => {});
    this.#context = this.#level = null;
  }

  #newLevel() {
    const level = this.#context.createGain();
    level.gain.value = gain(this.#volume);
    level.connect(this.#context.destination);
    return level;
  }

  #ended(source) {
    this.#playing.delete(source);
    if (this.#playing.size === 0) this.#settle();
  }

  #settle() {
    for (const resolve of this.#drained.splice(0)) resolve();
  }
}

/** Half the volume is to sound half as loud, which is a quarter of the swing. */
function gain(volume) {
  return volume * volume;
}
