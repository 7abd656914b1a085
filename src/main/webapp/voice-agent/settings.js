import { keep, recall } from './session.js';

const PREFIX = 'voice-agent.';

/** How the visitor left the widget, kept by this tab from page to page: is the panel open, are answers spoken, written? */
export const settings = {
  get open() {
    return recall(`${PREFIX}open`) === 'true';
  },
  set open(open) {
    keep(`${PREFIX}open`, open ? 'true' : null);
  },
  get spoken() {
    return recall(`${PREFIX}spoken`) !== 'false';
  },
  set spoken(on) {
    keep(`${PREFIX}spoken`, String(on));
  },
  get captions() {
    return recall(`${PREFIX}captions`) !== 'false';
  },
  set captions(on) {
    keep(`${PREFIX}captions`, String(on));
  },
};
