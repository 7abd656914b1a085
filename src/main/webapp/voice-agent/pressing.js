import { HOLD_MS, Holding } from './holding.js';

const KEYS = [' ', 'Enter'];
const PRIMARY = 0;

/** Tells by `acts`, which are `toggle()`, `hold()` and `release()`, how the button is pressed: by pointer, key, or otherwise. */
export function onPress(button, acts) {
  const holding = new Holding();
  let timer;
  const act = (what) => what && acts[what]();
  const down = (by) => {
    if (holding.pressed) return;
    holding.down(by, performance.now());
    timer = setTimeout(() => act(holding.lasts(performance.now(), mayListenAtOnce())), HOLD_MS);
    window.addEventListener('blur', cut);
    document.addEventListener('visibilitychange', cut);
  };
  const ended = () => {
    clearTimeout(timer);
    window.removeEventListener('blur', cut);
    document.removeEventListener('visibilitychange', cut);
  };
  const up = (by) => {
    const what = holding.up(by, performance.now());
    if (!holding.pressed) ended();
    act(what);
  };
  const cut = () => {
    ended();
    act(holding.cut(performance.now()));
  };

  const on = (type, listener) => button.addEventListener(type, listener);
  on('pointerdown', (event) => {
    if (event.button !== PRIMARY || !event.isPrimary) return;
    button.setPointerCapture(event.pointerId); // it is let go here, wherever it has moved
    down('pointer');
  });
  on('pointerup', (event) => event.isPrimary && up('pointer'));
  on('pointercancel', cut);
  on('blur', cut);
  on('contextmenu', (event) => holding.pressed && event.preventDefault()); // what a long touch asks for
  on('keydown', (event) => {
    if (!KEYS.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault(); // no click of its own
    if (!event.repeat) down(event.key);
  });
  on('keyup', (event) => {
    if (!KEYS.includes(event.key)) return;
    event.preventDefault();
    up(event.key);
  });
  on('click', (event) => act(holding.click(event.detail > 0, performance.now())));
}

/** The first touch of a page opens no sound device before it has ended, so it cannot be held. */
function mayListenAtOnce() {
  return navigator.userActivation?.hasBeenActive ?? true;
}
