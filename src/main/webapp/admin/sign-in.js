import { providerUrl, signIn, waysIn } from './api.js';
import { element } from './dom.js';

/** By a password; `onsigned(who)` is called when it has let somebody in. */
function passwordForm(onsigned) {
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
  return element('form', { onsubmit }, field('User', user), field('Password', password), told, button);
}

/** A link and no form: the page's policy lets forms go to our own site only, redirects of theirs included. */
function providerLink(label) {
  return element('a', { class: 'button', href: providerUrl(location.hash.slice(1)) }, `Sign in with ${label}`);
}

/** The ways in. `end` is where those who have just signed out end their sign-in at the provider too; null for others. */
export function signInWays(onsigned, end = null) {
  const { password, provider } = waysIn();
  const ended = end && element('p', { class: 'note' }, `You are signed out here. `, element('a', { href: end }, `Sign out of ${provider} too`));
  return element('div', { class: 'sign-in' }, element('h1', {}, 'Sign in'), ended, provider ? providerLink(provider) : null, password ? passwordForm(onsigned) : null);
}
