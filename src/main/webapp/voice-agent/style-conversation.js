/** The looks of what is said: the log, remarks, the status line. */
export const CONVERSATION = `
.log { flex: 1; overflow-y: auto; overscroll-behavior: contain; padding: 18px 20px; scrollbar-width: thin; }
.log:focus-visible { outline-offset: -3px; }
.turns { display: flex; flex-direction: column; gap: 18px; }
.turn { display: flex; flex-direction: column; gap: 10px; }
.question, .response { max-width: 88%; overflow-wrap: anywhere; white-space: pre-line; }
.question {
  align-self: end;
  padding: 8px 14px;
  border-radius: 16px;
  border-end-end-radius: 4px;
  background: var(--accent);
  color: var(--on-accent);
}
.response {
  align-self: start;
  padding: 8px 14px;
  border-radius: 16px;
  border-end-start-radius: 4px;
  background: var(--sunken);
}
.sentence { unicode-bidi: isolate; } /* no control character reaches beyond it */
.draft { opacity: 0.75; font-style: italic; }
.sentence.spoken { text-decoration: underline; text-decoration-color: var(--accent); text-decoration-thickness: 2px; text-underline-offset: 4px; }
.underway::after { content: '\\2026'; content: '\\2026' / ''; color: var(--muted); margin-inline-start: 4px; }
.unwritten .underway .sentence { display: none; }
.remark { align-self: center; font-size: 13px; color: var(--muted); text-align: center; text-wrap: balance; }
.turn .remark { align-self: start; padding-inline-start: 14px; text-align: start; }
.remark:empty { display: none; }
.sources { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 8px; max-width: 100%; font-size: 14px; }
.sources a, .sources li { max-width: 100%; }
.sources a {
  display: inline-flex;
  align-items: center;
  min-height: 32px;
  padding: 2px 12px;
  border: 1px solid var(--line);
  border-radius: 16px;
  color: var(--accent);
  overflow-wrap: anywhere;
}
.sources a:hover { background: var(--sunken); }
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

.notice {
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 10px;
  margin: 0 12px 4px;
  padding: 8px 12px;
  border: 1px solid currentColor;
  border-radius: 12px;
  color: var(--alert);
  font-size: 14px;
}
.notice.calm { color: var(--text); border-color: var(--muted); }
.status-line { display: flex; align-items: center; justify-content: center; gap: 10px; min-height: 44px; padding: 4px 16px; }
.status { font-size: 14px; line-height: 1.35; color: var(--muted); text-align: center; text-wrap: balance; }
.meter { display: none; align-items: center; gap: 3px; height: 24px; }
[data-state='listening'] .meter { display: inline-flex; }
.bar { width: 4px; height: 24px; border-radius: 2px; background: var(--accent); transform: scaleY(calc(0.16 + 0.84 * var(--level, 0))); }

@media (pointer: coarse) {
  .sources a { min-height: 44px; border-radius: 22px; }
}
@media (prefers-reduced-motion: no-preference) {
  .bar { transition: transform 80ms linear; }
  .underway::after { animation: breathe 1.2s ease-in-out infinite; }
  .panel[data-state='speaking'] .microphone { animation: glow 1.8s ease-in-out infinite; }
}
@keyframes breathe { 50% { opacity: 0.3; } }
@keyframes glow { 50% { box-shadow: 0 0 0 8px color-mix(in srgb, var(--accent) 18%, transparent); } }
`;
