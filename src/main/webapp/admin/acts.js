import { change } from './api.js';
import { confirmed } from './dialog.js';
import { element } from './dom.js';
import { count } from './format.js';

const REASON = { label: 'Reason, for other admins (may be empty)', maxlength: '200' };
const REFERENCE = { label: 'Reference of the session, 32 digits', required: true, pattern: '\\s*[0-9a-f]{32}\\s*', maxlength: '40' };

const OFF = {
  title: 'Switch the agent off?',
  text: 'Visitors get no more answers, on all servers, until it is switched on again. Answers that are under way end as usual.',
  confirm: 'Switch off',
  field: REASON,
};
const ON = { title: 'Switch the agent on?', text: 'Visitors get answers again, on all servers.', confirm: 'Switch on', field: REASON };
const CACHES = {
  title: 'Empty the caches?',
  text: 'Speech and answers that were kept are made, and paid, again, on all servers.',
  confirm: 'Empty',
};
const SESSION = {
  title: 'End a session?',
  text: 'All that is kept of it is erased for good, in every store, as if its visitor had asked for it. The log of turns has its reference.',
  confirm: 'End and erase',
  field: REFERENCE,
};

/** What came of the end of a session, in a sentence. */
export function ended({ erased, pending }) {
  const gone = Object.entries(erased)
    .filter(([, number]) => number > 0)
    .map(([store, number]) => `${store} ${count(number)}`);
  const now = gone.length > 0 ? `The session is ended. Erased: ${gone.join(', ')}.` : 'Nothing was kept of this session.';
  return pending.length > 0 ? `${now} Erased as soon as its database answers: ${pending.join(', ')}.` : now;
}

async function setAgent(on, reason) {
  await change('PUT', 'agent', { on, reason });
  return `The agent is ${on ? 'on' : 'off'}, on all servers.`;
}

async function emptyCaches() {
  const { entries } = await change('DELETE', 'caches');
  return `The caches are empty. Entries before: ${count(entries)}.`;
}

const endSession = async (reference) => ended(await change('DELETE', `sessions/${reference}`));

/** The buttons of the acts. `told` is where the result is announced; `onacted()`, a promise, is called after each. */
export function acts(told, onacted) {
  let on = true;
  const perform = async (button, question, deed) => {
    const answer = await confirmed(question);
    if (answer === null) return;
    button.disabled = true;
    told.textContent = '';
    told.classList.remove('alert');
    try {
      const result = await deed(answer);
      told.textContent = result;
      await onacted().catch((refusal) => {
        told.textContent = `${result} What is shown below is from before: ${refusal.message}`;
      });
    } catch (refusal) {
      told.classList.add('alert');
      told.textContent = refusal.message;
    } finally {
      button.disabled = false;
      button.focus();
    }
  };
  const act = (label, question, deed) => {
    const onclick = ({ currentTarget }) => perform(currentTarget, question(), deed);
    return element('button', { type: 'button', class: 'quiet', onclick }, label);
  };
  const agent = act('', () => (on ? OFF : ON), async (reason) => {
    const result = await setAgent(!on, reason);
    show({ on: !on, configured: true });
    return result;
  });
  const show = ({ on: isOn, configured }) => {
    on = isOn;
    agent.textContent = on ? 'Switch the agent off' : 'Switch the agent on';
    agent.hidden = !configured;
  };
  show({ on, configured: true });
  const buttons = [agent, act('Empty the caches', () => CACHES, emptyCaches), act('End a session', () => SESSION, endSession)];
  return { node: element('p', { class: 'acts' }, ...buttons), show };
}
