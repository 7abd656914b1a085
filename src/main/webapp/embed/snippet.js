/** Attributes of the element, in the order in which they are written. */
const ATTRIBUTES = ['layout', 'lang', 'memory', 'microphone'];

/**
 * The lines of HTML that put the widget into a page, and what the page's policy has to allow. `options` are the values of
 * the form by name, `release` is what `/voice-agent/release.json` tells, `root` the URL of the web application.
 */
export function embedding(options, { release, integrity }, root) {
  const pinned = options.release === 'pinned';
  const folder = new URL(pinned ? `voice-agent/${release}/` : 'voice-agent/', root);
  const script = options.way === 'button' ? 'voice-agent-button.js' : 'voice-agent.js';
  const attributes = ATTRIBUTES.filter((name) => options[name]).map((name) => [name, options[name]]);
  const ofScript = [['type', 'module'], ['src', new URL(script, folder).href]];
  if (pinned) ofScript.push(['integrity', integrity[script]], ['crossorigin', 'anonymous']);
  if (options.way === 'button') ofScript.push(...attributes.map(([name, value]) => [`data-${name}`, value]));
  const lines = [`<script${written(ofScript)}></script>`];
  if (options.way === 'tag') lines.push(`<voice-agent${written(attributes)}></voice-agent>`);
  return { html: lines.join('\n'), policy: policy(options, folder, integrity[script]), attributes };
}

function written(attributes) {
  return attributes.map(([name, value]) => ` ${name}="${value}"`).join('');
}

/** Without a microphone no worklet is loaded, which no hash can allow: the script's own hash is enough then. */
function policy({ release, microphone }, folder, hash) {
  const socket = folder.origin.replace(/^http/, 'ws');
  const byHash = microphone === 'off' && release === 'pinned';
  const script = byHash ? `'${hash}'` : folder.href;
  const connect = microphone === 'off' ? folder.origin : `${folder.origin} ${socket}`;
  return `script-src ${script}; connect-src ${connect}`;
}
