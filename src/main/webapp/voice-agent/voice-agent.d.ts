/** Types of `<voice-agent>`; the texts are those of the release that serves this file. */

/** What the element does now, as its attribute `state` says it. */
export type VoiceAgentState = 'idle' | 'listening' | 'thinking' | 'speaking';

/** A page of the site that an answer comes from. */
export interface VoiceAgentSource {
  readonly title: string;
  readonly url: string;
}

/** What went wrong, as RFC 9457 has it. `type` is a URI reference like `/problems/agent-disabled`; `status` is 0 where no server answered. */
export interface VoiceAgentProblem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
}

/** `voice-agent-state`: the state has changed. */
export declare class VoiceAgentStateEvent extends Event {
  readonly state: VoiceAgentState;
}

/** `voice-agent-turn`: the answer to a question is complete, as text. */
export declare class VoiceAgentTurnEvent extends Event {
  readonly question: string;
  readonly response: string;
  readonly sources: readonly VoiceAgentSource[];
}

/** `voice-agent-error`: a turn failed. The visitor has been told already. */
export declare class VoiceAgentErrorEvent extends Event {
  readonly problem: VoiceAgentProblem;
}

export interface VoiceAgentEventMap extends HTMLElementEventMap {
  'voice-agent-state': VoiceAgentStateEvent;
  'voice-agent-turn': VoiceAgentTurnEvent;
  'voice-agent-error': VoiceAgentErrorEvent;
}

/** Attributes are told in the documentation; `visitor`, who the visitor is, may be set at any time before the first question. */
export declare class VoiceAgent extends HTMLElement {
  /** Sentences of the page's own, by the keys of the widget's. */
  get texts(): Readonly<Record<string, string>>;
  set texts(texts: Readonly<Record<string, string>> | null | undefined);

  /** Opens the panel and moves the focus into it. */
  open(): void;

  /** Asks a question as if the visitor had typed it. Call it inside a press, so that the answer can be heard. */
  ask(text: string): void;

  /** Stops listening, thinking or speaking, at once; false when there was nothing to stop. */
  interrupt(): boolean;

  /** Starts over: the server erases the conversation, and the panel is empty. */
  reset(): Promise<void>;

  addEventListener<K extends keyof VoiceAgentEventMap>(
    type: K,
    listener: (this: VoiceAgent, event: VoiceAgentEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof VoiceAgentEventMap>(
    type: K,
    listener: (this: VoiceAgent, event: VoiceAgentEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'voice-agent': VoiceAgent;
  }
}
