import { Consent } from './consent.js';
import { ConsentStep } from './consent-step.js';
import { Introduction } from './introduction.js';
import { listeningParts } from './listening-parts.js';
import { OwnData } from './own-data.js';

/**
 * What a session stands on, besides what is said in it: that the visitor has agreed, that an AI answers, and that what was
 * said is the visitor's to take along and to delete. Puts its nodes into the view.
 */
export class Terms {
  #api;
  #view;
  #ways;
  #ownData;
  step;
  consent;
  introduction;

  /**
   * `texts` is what the wording says; `ways` are `aloud`, whether it is said that an AI answers, `refresh()`, which asks the
   * server for its configuration, `unlock()` for sound, inside a press, `end()` of all talking, and `problem(problem)`.
   */
  constructor(texts, api, view, ways) {
    this.#api = api;
    this.#view = view;
    this.#ways = ways;
    const chosen = (choose) => () => {
      ways.unlock();
      view.focus('question');
      choose();
    };
    const step = (this.step = new ConsentStep(texts, api.resumes ? 'consentMeaning' : 'consentMeaningPage', {
      agree: chosen(() => this.consent.agree()),
      decline: chosen(() => this.consent.decline()),
    }));
    this.consent = new Consent(api, step, ways.refresh);
    this.introduction = new Introduction(api, texts('disclosure'), ways.aloud);
    this.#ownData = new OwnData(texts, { export: () => api.export(), erase: () => this.#erase() });
    view.log.node.after(step.node);
    view.options.add(this.#ownData.node);
  }

  configured({ consent, switches, limits }) {
    this.#api.limits = limits;
    this.consent.rule = consent;
    // of what the page keeps nothing is recorded; who cannot be asked is not either
    if (consent.recording && this.#api.resumes) listeningParts().then((parts) => parts.askRecording(this), () => {});
    this.introduction.possible = switches.direct;
  }

  /** Offers the way to a person below an answer. */
  handoff = (line, ways) => listeningParts().then((parts) => parts.handoff(line, ways, this.#api), () => {});

  /** What the server remembers of the session, or nothing. */
  restored({ turns = [], consent, disclosure } = {}) {
    this.#view.log.restore(turns);
    this.introduction.restored(disclosure);
    this.consent.restored(consent);
  }

  /** The session has expired, and was replaced by another one; what the page keeps goes on. */
  renewed() {
    if (this.#api.resumes) this.#view.log.remark('newConversation');
    this.#begun();
  }

  /** Acts as soon as the visitor has agreed; who does not gets what was typed, `draft`, back into its field. */
  pass(act, draft = '') {
    this.#ownData.quiet();
    this.consent.pass(act, () => draft && (this.#view.draft = draft));
  }

  /** Starts over: the server erases the conversation, and the panel is empty. */
  async reset() {
    this.#ownData.quiet();
    await this.#erase().catch(() => this.#view.notice('eraseFailed', {}, () => this.reset()));
  }

  /** Answers the server's receipt. */
  async #erase() {
    this.#ways.end();
    this.#view.notice(null);
    try {
      const receipt = await this.#api.erase();
      this.#view.log.clear();
      this.#begun();
      return receipt;
    } catch (problem) {
      this.#ways.problem(problem);
      throw problem;
    }
  }

  /** There is another session, or none, of which nothing is known. */
  #begun() {
    this.introduction.renewed();
    this.consent.renewed();
  }
}
