/** Calls `act` when the focus goes to a part of the page that the open panel covers, as it does in a small window. */
export function whenLeft(agent, act, signal) {
  const onfocus = ({ target }) => {
    const covers = getComputedStyle(agent).getPropertyValue('--covers-page').trim() === 'yes';
    if (covers && !agent.contains(target)) act();
  };
  document.addEventListener('focusin', onfocus, { signal });
}
