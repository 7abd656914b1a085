/**
 * For pages that add a script and no tag: defines `<voice-agent>` and puts one at the end of the page, unless there is one.
 * Data attributes of the script become its attributes: `data-layout="panel"` is `layout="panel"`.
 */
import './voice-agent.js';

const PREFIX = 'data-';

function agentAsIn(script) {
  const agent = document.createElement('voice-agent');
  for (const { name, value } of script?.attributes ?? []) {
    if (name.startsWith(PREFIX)) agent.setAttribute(name.slice(PREFIX.length), value);
  }
  return agent;
}

if (!document.querySelector('voice-agent')) {
  document.body.append(agentAsIn([...document.scripts].find(({ src }) => src === import.meta.url)));
}
