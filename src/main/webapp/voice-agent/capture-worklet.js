/** Hands the microphone's samples to the page, about 20 ms at a time. Runs in the audio thread. */
const BLOCK = 1024;

class Capture extends AudioWorkletProcessor {
  #block = new Float32Array(BLOCK);
  #filled = 0;

  process([input]) {
    const channel = input[0];
    if (!channel) return true; // the microphone has not started yet
    for (const sample of channel) {
      this.#block[this.#filled++] = sample;
      if (this.#filled === BLOCK) this.#hand();
    }
    return true;
  }

  #hand() {
    this.port.postMessage(this.#block, [this.#block.buffer]);
    this.#block = new Float32Array(BLOCK);
    this.#filled = 0;
  }
}

registerProcessor('voice-agent-capture', Capture);
