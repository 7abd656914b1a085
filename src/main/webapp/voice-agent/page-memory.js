/**
 * The conversation where the page alone keeps it (`memory="page"`): turns by their lines in the log, as far as they were
 * heard, and the id of the session. All of it goes with the page.
 */
export class PageMemory {
  #turns = new Map();
  #kept = new Map();
  #now;
  /** How much of it goes with a question: the server's `historyMessages` and `questionCharacters`. */
  limits = { historyMessages: 0, questionCharacters: 0 };

  /** `now` tells the time, as a Date. */
  constructor(now = () => new Date()) {
    this.#now = now;
  }

  /** Keeps what becomes of a turn; answers its line. */
  watch(line, asked) {
    line.onend = (end) => this.#ended(line, asked, end);
    return line;
  }

  /** As `GET /sessions/current` tells them, oldest first. */
  get turns() {
    return [...this.#turns.values()];
  }

  /** What goes with the next question: the latest turns, whole ones, as many as the server takes. */
  get history() {
    const { historyMessages, questionCharacters } = this.limits;
    const answered = this.turns.filter(({ response }) => response);
    const latest = answered.slice(Math.max(0, answered.length - Math.floor(historyMessages / 2)));
    const content = (text) => [...text].slice(0, questionCharacters).join('');
    return latest.flatMap(({ question, response }) => [
      { role: 'user', content: content(question) },
      { role: 'assistant', content: content(response) },
    ]);
  }

  /** What the visitor may take along. */
  get export() {
    return { exportedAt: this.#now().toISOString(), memory: 'page', turns: this.turns };
  }

  clear() {
    this.#turns.clear();
  }

  /** In the place of the tab's storage. */
  recall(key) {
    return this.#kept.get(key) ?? null;
  }

  keep(key, value) {
    this.#kept.set(key, value);
  }

  #ended(line, asked, { outcome, response = '', sources = [], heard = 0 }) {
    const at = this.#now().toISOString();
    if (outcome === 'done') this.#turns.set(line, { ...asked, response, sources, at, outcome });
    else if (outcome !== 'interrupted') this.#turns.delete(line); // failed, or begun anew
    else if (!this.#turns.has(line) || heard < line.count) {
      const before = this.#turns.get(line) ?? { ...asked, sources, at };
      this.#turns.set(line, { ...before, response: line.told(heard), outcome });
    }
  }
}
