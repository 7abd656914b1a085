/** The methods of the element, and its events. */
const agent = document.querySelector('voice-agent');
const log = document.querySelector('.events');

const ACTS = {
  open: () => agent.open(),
  ask: () => agent.ask('When are you open on Saturday?'),
  interrupt: () => agent.interrupt(),
  reset: () => agent.reset(),
};

function tell(text) {
  const line = document.createElement('li');
  line.textContent = text;
  log.append(line);
}

for (const [id, act] of Object.entries(ACTS)) document.getElementById(id).addEventListener('click', act);
agent.addEventListener('voice-agent-state', ({ state }) => tell(`state: ${state}`));
agent.addEventListener('voice-agent-turn', ({ question, response }) => tell(`turn: ${question} — ${response}`));
agent.addEventListener('voice-agent-error', ({ problem }) => tell(`error: ${problem.title}`));
