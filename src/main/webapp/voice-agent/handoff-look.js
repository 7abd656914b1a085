const CSS = `
.turn .handoff { display: flex; flex-direction: column; align-items: start; gap: 8px; align-self: stretch; }
.handoff a { display: inline-flex; align-items: center; min-height: 44px; color: inherit; font-size: 15px; }
.handoff-form {
  display: grid;
  gap: 12px;
  box-sizing: border-box;
  width: 100%;
  padding: 14px 16px;
  border: 1px solid var(--line);
  border-radius: 12px;
  background: var(--sunken);
  color: var(--text);
  font-size: 14px;
  line-height: 1.45;
}
.handoff-form .agree { justify-self: start; }
.handoff-form .told { padding-inline: 0; text-align: start; }
.handoff-form [type='text'] {
  display: block;
  box-sizing: border-box;
  width: 100%;
  min-height: 44px;
  margin-block-start: 6px;
  padding: 0 12px;
  border: 1px solid var(--muted);
  border-radius: 12px;
  background: var(--surface);
  color: var(--text);
  font: inherit;
  font-size: 16px; /* below it a phone would zoom in */
}`;

let sheet = null;

/** Gives the looks of the offer to the widget that `root` is in; they come with it. */
export function dressHandoff(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
