/** The suggested questions: each button asks the agent what it says. */
const agent = document.querySelector('voice-agent');

for (const button of document.querySelectorAll('button[data-ask]')) {
  button.addEventListener('click', () => agent.ask(button.dataset.ask));
}
