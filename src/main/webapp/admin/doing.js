/**
 * Does something for whoever has pressed a button, and tells it where it is announced. `deed()` resolves to a sentence about what
 * came of it.
 */
export async function doing(told, button, begun, deed) {
  button.disabled = true;
  told.classList.remove('alert');
  told.textContent = begun;
  try {
    told.textContent = await deed();
  } catch (refusal) {
    told.classList.add('alert');
    told.textContent = refusal.message;
  } finally {
    button.disabled = false;
    if (button.isConnected) button.focus();
  }
}
