/** The looks of the settings, and of what can be done with an answer. */
export const OPTIONS = `
.options {
  display: flex;
  flex-direction: column;
  flex: 0 1 auto;
  gap: 4px;
  min-height: 0;
  overflow-y: auto;
  overscroll-behavior: contain;
  padding: 8px 20px 12px;
  font-size: 15px;
  background: var(--sunken);
  border-bottom: 1px solid var(--line);
  scrollbar-width: thin;
}
.option { display: flex; align-items: center; gap: 8px 16px; min-width: 0; min-height: 44px; margin: 0; padding: 0; border: 0; }
.option > label { flex: none; }
.option > label:first-child { min-width: 88px; }
.range { flex: 1; min-width: 0; height: 28px; margin: 0; accent-color: var(--accent); cursor: pointer; }
.value { flex: none; min-width: 3.2em; color: var(--muted); text-align: end; font-variant-numeric: tabular-nums; }

.switch {
  flex: none;
  appearance: none;
  width: 46px;
  height: 28px;
  margin: 0;
  margin-inline-start: auto;
  padding: 3px;
  border: 2px solid var(--muted);
  border-radius: 14px;
  background: var(--surface);
  cursor: pointer;
}
.switch::before { content: ''; display: block; width: 18px; height: 18px; border-radius: 50%; background: var(--muted); }
.switch:checked { border-color: var(--accent); background: var(--accent); }
.switch:checked::before { margin-inline-start: auto; background: var(--on-accent); }

.speed { flex-wrap: wrap; padding-block: 4px; }
.speed legend { float: inline-start; flex: none; min-width: 88px; padding: 0; }
.choices { display: flex; flex: 1 1 200px; border: 1px solid var(--muted); border-radius: 12px; background: var(--surface); position: relative; }
.choice { display: grid; place-items: center; flex: 1; min-height: 36px; padding: 0 4px; border-radius: 11px; font-variant-numeric: tabular-nums; cursor: pointer; }
.choice:hover { background: var(--sunken); }
:checked + .choice { background: var(--accent); color: var(--on-accent); }
:focus-visible + .choice { outline: 3px solid var(--accent); outline-offset: 2px; }

.more { display: flex; flex-wrap: wrap; gap: 8px; padding-top: 8px; }
.more button { padding: 0 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); color: var(--text); font-size: 14px; min-height: 36px; }
.more button:hover { border-color: var(--muted); }
.settings[aria-expanded='true'] { background: var(--sunken); color: var(--accent); }

.answer-actions { display: flex; align-self: start; gap: 2px; margin-block-start: -6px; padding-inline-start: 6px; }
.say-again, .thumb {
  display: grid;
  place-items: center;
  width: 32px;
  height: 32px;
  padding: 0;
  border: 1px solid transparent;
  border-radius: 10px;
  background: none;
  color: var(--muted);
}
.answer-actions svg { grid-area: 1 / 1; width: 18px; height: 18px; }
.say-again:hover, .thumb:hover { background: var(--sunken); color: var(--text); filter: none; }
.say-again svg:last-child, .say-again.saying svg:first-child { visibility: hidden; }
.say-again.saying svg:last-child { visibility: visible; fill: currentColor; }
.say-again.saying, .thumb[aria-pressed='true'] { color: var(--accent); }
.thumb[aria-pressed='true'] svg { fill: color-mix(in srgb, var(--accent) 30%, transparent); }
.mute .say-again { display: none; }

@media (pointer: coarse) {
  .more button, .choice { min-height: 44px; }
  .say-again, .thumb { width: 44px; height: 44px; }
  .answer-actions { padding-inline-start: 0; }
}
@media (prefers-reduced-motion: no-preference) {
  .say-again, .thumb { transition: color 120ms, background-color 120ms; }
}
@media (forced-colors: active) {
  .switch, .switch:checked { border-color: ButtonText; background: ButtonFace; }
  .switch::before { background: ButtonText; forced-color-adjust: none; }
  .switch:checked::before { background: Highlight; }
  :checked + .choice { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  .thumb[aria-pressed='true'], .say-again.saying, .settings[aria-expanded='true'] { border-color: Highlight; }
}
`;
