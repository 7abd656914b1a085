import { keep, recall } from './session.js';

const PREFIX = 'voice-agent.';

/**
 * How the visitor left the widget, kept by this tab from page to page: is the panel open, are answers spoken, written? How
 * loud are they, from 0 to 1, and how fast, where 1 is normal?
 */
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
  /** Does the visitor know that the browser listens itself, and who may hear it then? */
  get toldWhoListens() {
    return recall(`${PREFIX}told-who-listens`) === 'true';
  },
  set toldWhoListens(told) {
    keep(`${PREFIX}told-who-listens`, String(told));
  },
  get captions() {
    return recall(`${PREFIX}captions`) !== 'false';
  },
  set captions(on) {
    keep(`${PREFIX}captions`, String(on));
  },
  get volume() {
    return number('volume', 0, 1);
  },
  set volume(volume) {
    keep(`${PREFIX}volume`, String(volume));
  },
  get speed() {
    return number('speed', 0.5, 2);
  },
  set speed(speed) {
    keep(`${PREFIX}speed`, String(speed));
  },
};

/** What is kept, if it makes sense; 1 else. */
function number(key, least, most) {
  const kept = Number.parseFloat(recall(`${PREFIX}${key}`));
  return kept >= least && kept <= most ? kept : 1;
}
