import { signIn } from './api.js';
import { element } from './dom.js';

/** The form; `onsigned(who)` is called when it has let somebody in. */
export function signInForm(onsigned) {
  const user = element('input', { id: 'user', name: 'user', autocomplete: 'username', required: true, value: 'admin' });
  const password = element('input', { id: 'password', name: 'password', type: 'password', autocomplete: 'current-password', required: true });
  const told = element('p', { role: 'alert', class: 'alert' });
  const button = element('button', { type: 'submit' }, 'Sign in');
  const onsubmit = async (event) => {
    event.preventDefault();
    told.textContent = '';
    button.disabled = true;
    try {
      onsigned(await signIn(user.value, password.value));
    } catch (refusal) {
      told.textContent = refusal.message;
      password.value = '';
      password.focus();
    } finally {
      button.disabled = false;
    }
  };
  const field = (label, input) => element('p', {}, element('label', { for: input.id }, label), input);
  return element('form', { class: 'sign-in', onsubmit }, element('h1', {}, 'Sign in'), field('User', user), field('Password', password), told, button);
}
