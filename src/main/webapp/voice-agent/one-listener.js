const NAME = 'voice-agent.microphone';

/**
 * Only one tab of a site listens at a time: whoever begins takes the microphone from the others, of which each is told by
 * `ontaken`. Answers what gives it back. Where the browser has no locks, or none for this page, every tab listens.
 */
export function listenAlone(ontaken, locks = globalThis.navigator?.locks) {
  let giveBack = () => {};
  const listening = new Promise((resolve) => (giveBack = resolve));
  locks?.request(NAME, { steal: true }, () => listening).catch(({ name }) => name === 'AbortError' && ontaken());
  return giveBack;
}
