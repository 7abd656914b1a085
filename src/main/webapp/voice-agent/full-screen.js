/** Windows so small, or so much enlarged, that an open panel fills them. */
export const SMALL_WINDOW = '(max-width: 480px), (max-height: 480px)';

/** Calls `act` when the focus goes to a part of the page that the panel covers. */
export function whenLeft(agent, act, signal) {
  const onfocus = ({ target }) => {
    if (matchMedia(SMALL_WINDOW).matches && !agent.contains(target)) act();
  };
  document.addEventListener('focusin', onfocus, { signal });
}
