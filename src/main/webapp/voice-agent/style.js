import { CONVERSATION } from './style-conversation.js';
import { LAYOUTS } from './style-layouts.js';
import { OPTIONS } from './style-options.js';
import { TERMS } from './style-terms.js';

/**
 * The widget's looks. Every colour is a custom property a page may set on `voice-agent`; without one it follows the
 * visitor's light or dark scheme.
 */
const FRAME = `
:host {
  --accent: var(--voice-agent-accent, #12664f);
  --on-accent: var(--voice-agent-on-accent, #ffffff);
  --surface: var(--voice-agent-surface, #ffffff);
  --sunken: var(--voice-agent-sunken, #f3f5f4);
  --text: var(--voice-agent-text, #17211d);
  --muted: var(--voice-agent-muted, #55625c);
  --line: var(--voice-agent-line, #d6ddd9);
  --alert: var(--voice-agent-alert, #a1260d);
  --radius: var(--voice-agent-radius, 18px);
  font: 16px/1.5 var(--voice-agent-font, system-ui, sans-serif);
  color: var(--text);
  text-align: start;
}
@media (prefers-color-scheme: dark) {
  :host {
    --accent: var(--voice-agent-accent, #5fd0a8);
    --on-accent: var(--voice-agent-on-accent, #06231a);
    --surface: var(--voice-agent-surface, #18201d);
    --sunken: var(--voice-agent-sunken, #222c28);
    --text: var(--voice-agent-text, #e8efec);
    --muted: var(--voice-agent-muted, #a3b2ab);
    --line: var(--voice-agent-line, #3a4842);
    --alert: var(--voice-agent-alert, #ff9d85);
  }
}
:host([hidden]), [hidden] { display: none !important; }
* { box-sizing: border-box; }
h2, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }

.panel {
  display: flex;
  flex-direction: column;
  overflow: hidden;
  background: var(--surface);
  border: 1px solid var(--line);
  border-radius: var(--radius);
  box-shadow: 0 18px 48px rgb(0 0 0 / 22%);
}
.header { display: flex; align-items: center; gap: 4px; padding-block: 10px; padding-inline: 20px 10px; border-bottom: 1px solid var(--line); }
.title { flex: 1; font-size: 17px; font-weight: 650; }

button { font: inherit; color: inherit; cursor: pointer; touch-action: manipulation; }
svg { width: 22px; height: 22px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; flex: none; }
.settings, .close, .reset, .again, .toggle, .stop {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: 6px;
  min-width: 36px;
  min-height: 36px;
  padding: 0 8px;
  border: 1px solid transparent;
  border-radius: 10px;
  background: none;
  color: var(--muted);
}
.reset, .again { font-size: 14px; }
.reset svg, .again svg { width: 16px; height: 16px; }
.again { flex: none; border-color: currentColor; color: inherit; white-space: nowrap; }
button:hover { filter: brightness(0.94); }
.settings:hover, .close:hover, .toggle:hover, .stop:hover { background: var(--sunken); color: var(--text); filter: none; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }

.bubble {
  display: grid;
  place-items: center;
  width: 64px;
  height: 64px;
  border: 2px solid transparent;
  border-radius: 50%;
  background: var(--accent);
  color: var(--on-accent);
  box-shadow: 0 8px 24px rgb(0 0 0 / 28%);
}
.bubble svg { width: 30px; height: 30px; }

.controls { display: grid; grid-template-columns: 1fr auto 1fr; align-items: center; padding: 4px 16px 10px; }
.toggle { width: 44px; height: 44px; }
.controls > .toggle:last-child { justify-self: end; }
.toggle[aria-pressed='true'] { color: var(--accent); background: var(--sunken); }
.toggle[aria-pressed='false'] svg { opacity: 0.75; }
.toggle[aria-pressed='false'] {
  background: linear-gradient(to bottom right, transparent calc(50% - 1px), var(--muted) calc(50% - 1px), var(--muted) calc(50% + 1px), transparent calc(50% + 1px)) center / 22px 22px no-repeat;
}
.talk { display: flex; align-items: center; position: relative; }
.stop { position: absolute; inset-inline-start: calc(100% + 8px); width: 40px; height: 40px; border-radius: 50%; border-color: var(--line); }
.microphone {
  display: grid;
  place-items: center;
  width: 64px;
  height: 64px;
  border: 2px solid transparent;
  border-radius: 50%;
  background: var(--accent);
  color: var(--on-accent);
  touch-action: none; /* it is held */
  user-select: none;
  -webkit-user-select: none;
  -webkit-touch-callout: none;
}
.microphone svg { grid-area: 1 / 1; width: 30px; height: 30px; }
.microphone svg:last-child, .microphone[aria-pressed='true'] svg:first-child { visibility: hidden; }
.microphone[aria-pressed='true'] svg:last-child { visibility: visible; fill: currentColor; }
.microphone[aria-pressed='true'] { box-shadow: 0 0 0 6px color-mix(in srgb, var(--accent) 25%, transparent); }

[aria-disabled='true'] { opacity: 0.45; cursor: not-allowed; box-shadow: none; }

.form { display: flex; align-items: end; gap: 8px; padding: 12px; border-top: 1px solid var(--line); }
.input {
  flex: 1;
  min-width: 0;
  min-height: 44px;
  max-height: 132px;
  padding: 9px 14px;
  field-sizing: content;
  resize: none;
  font: inherit;
  color: inherit;
  background: var(--sunken);
  border: 1px solid var(--muted);
  border-radius: 14px;
}
.input::placeholder { color: var(--muted); opacity: 1; }
.send { display: grid; place-items: center; flex: none; width: 44px; height: 44px; border: 2px solid transparent; border-radius: 14px; background: var(--accent); color: var(--on-accent); }

@media (pointer: coarse) {
  .settings, .close, .reset, .again, .toggle, .stop { min-width: 44px; min-height: 44px; }
}
@media (prefers-reduced-motion: no-preference) {
  .panel { animation: rise 160ms ease-out; }
}
@keyframes rise { from { opacity: 0; transform: translateY(12px); } }
`;

let sheets = null;

/** The style sheets for adoptedStyleSheets, made once for all elements of a page. */
export function styleSheets() {
  sheets ??= [FRAME, CONVERSATION, OPTIONS, TERMS, LAYOUTS].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  return sheets;
}
