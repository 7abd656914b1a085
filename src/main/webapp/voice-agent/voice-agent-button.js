/**
 * For pages that add a script and no tag: defines `<voice-agent>` and puts one at the end of the page, unless there is one.
 * Data attributes of the script become its attributes: `data-layout="panel"` is `layout="panel"`.
 */
import './voice-agent.js';

if (!document.querySelector('voice-agent')) {
  const agent = document.createElement('voice-agent');
  const script = [...document.scripts].find(({ src }) => src === import.meta.url);
  for (const [name, value] of Object.entries(script?.dataset ?? {})) agent.setAttribute(name, value);
  document.body.append(agent);
}
