const LONG_MS = 60_000;

/** Calls `act` once the page has been out of the visitor's sight for a minute, until `signal` fires. */
export function whenLongHidden(signal, act) {
  let timer;
  const look = () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(act, LONG_MS);
  };
  document.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
