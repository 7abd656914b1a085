import { SMALL_WINDOW } from './full-screen.js';

const EDGE = 'env(safe-area-inset-left, 0px), env(safe-area-inset-right, 0px)'; // a notch may be on either side

/** Where the panel is: over the page in its corner, docked at its side, in it, or, in a small window, all over it. */
export const LAYOUTS = `
:host {
  position: fixed;
  inset-block: auto max(20px, env(safe-area-inset-bottom, 0px));
  inset-inline: auto max(20px, ${EDGE});
  z-index: var(--voice-agent-z, 1000);
}
.agent { display: grid; justify-items: end; gap: 12px; }
.panel { width: min(var(--voice-agent-width, 384px), calc(100vw - 40px)); height: min(620px, calc(100dvh - 120px)); }

:host([layout='inline']) { position: static; display: block; height: var(--voice-agent-height, 560px); }
:host([layout='inline']) .agent { display: block; height: 100%; }
:host([layout='inline']) .panel { width: 100%; height: 100%; box-shadow: none; }

:host([layout='panel'][open]) { inset-block: 0; inset-inline: auto 0; }
:host([layout='panel'][open]) .bubble { display: none; }
:host([layout='panel']) .panel {
  width: calc(min(var(--voice-agent-width, 400px), 100vw) + max(${EDGE}));
  height: 100dvh;
  padding-block: env(safe-area-inset-top, 0px) env(safe-area-inset-bottom, 0px);
  padding-inline-end: max(${EDGE});
  border-width: 0;
  border-inline-start-width: 1px;
  border-radius: 0;
}
:host([layout='panel']) .close svg { rotate: -90deg; } /* to where it goes */
:host([layout='panel']) .agent[dir='rtl'] .close svg { rotate: 90deg; }

@media ${SMALL_WINDOW} {
  :host { inset-block: auto max(12px, env(safe-area-inset-bottom, 0px)); inset-inline: auto max(12px, ${EDGE}); }
  :host([open]:not([layout='inline'])) { inset: 0; }
  :host([open]:not([layout='inline'])) .bubble { display: none; }
  :host([open]:not([layout='inline'])) .panel {
    width: 100%;
    height: 100dvh;
    padding-block: env(safe-area-inset-top, 0px) env(safe-area-inset-bottom, 0px);
    padding-inline: max(${EDGE});
    border-width: 0;
    border-radius: 0;
  }
}
@media (max-height: 480px) {
  .panel { overflow-y: auto; }
  .log { flex: 1 0 56px; padding-block: 8px; }
  .header { padding-block: 2px; }
  .status-line { min-height: 36px; padding-block: 2px; }
  .controls { padding-block: 2px 4px; }
  .form { padding-block: 6px; }
  .microphone { width: 52px; height: 52px; }
}

.agent[dir='rtl'] .bubble svg, .agent[dir='rtl'] .toggle.spoken svg { transform: scaleX(-1); }

@media (prefers-contrast: more) {
  :host {
    --muted: var(--voice-agent-muted, #2b3530);
    --line: var(--voice-agent-line, #2b3530);
    --alert: var(--voice-agent-alert, #8a1500);
  }
  .toggle, .reset, .close, .stop { border-color: var(--line); }
  .response { border: 1px solid var(--line); }
  .toggle[aria-pressed='true'] { border-color: currentColor; }
}
@media (prefers-contrast: more) and (prefers-color-scheme: dark) {
  :host {
    --muted: var(--voice-agent-muted, #dbe6e1);
    --line: var(--voice-agent-line, #dbe6e1);
    --alert: var(--voice-agent-alert, #ffc2b3);
  }
}
@media (forced-colors: active) {
  .bubble, .microphone, .send, .toggle, .reset, .close, .stop { border-color: ButtonText; }
  .microphone[aria-pressed='true'], .toggle[aria-pressed='true'] { forced-color-adjust: none; border-color: Highlight; background: Highlight; color: HighlightText; }
  [aria-disabled='true'] { opacity: 1; color: GrayText; border-color: GrayText; }
  .question, .response { border: 1px solid; }
  .sentence.spoken { text-decoration-color: Highlight; }
  .bar { background: Highlight; }
}
@media print {
  :host { display: none !important; }
}
`;
