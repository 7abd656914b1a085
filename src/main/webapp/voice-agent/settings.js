import { keep, recall } from './session.js';

const read = (key) => recall(`voice-agent.${key}`);
const write = (key, value) => keep(`voice-agent.${key}`, value ?? null);

/**
 * How the visitor left the widget, kept by this tab from page to page: is the panel open, are answers spoken, written? How
 * loud are they, from 0 to 1, and how fast, where 1 is normal? `captions` and `speed` are undefined until they are chosen.
 */
export const settings = {
  get open() {
    return read('open') === 'true';
  },
  set open(open) {
    write('open', open);
  },
  get spoken() {
    return read('spoken') !== 'false';
  },
  set spoken(on) {
    write('spoken', on);
  },
  /** Does the visitor know that the browser listens itself, and who may hear it then? */
  get toldWhoListens() {
    return read('told-who-listens') === 'true';
  },
  set toldWhoListens(told) {
    write('told-who-listens', told);
  },
  get captions() {
    return { true: true, false: false }[read('captions')];
  },
  set captions(on) {
    write('captions', on);
  },
  get volume() {
    return number('volume', 0, 1) ?? 1;
  },
  set volume(volume) {
    write('volume', volume);
  },
  get speed() {
    return number('speed', 0.5, 2);
  },
  set speed(speed) {
    write('speed', speed);
  },
};

/** What is kept, if it makes sense. */
function number(key, least, most) {
  const kept = Number.parseFloat(read(key));
  return kept >= least && kept <= most ? kept : undefined;
}
