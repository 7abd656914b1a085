import { acts } from './acts.js';
import { mayAct, read } from './api.js';
import { element, figure, moment, table } from './dom.js';
import { count } from './format.js';

const size = new Intl.NumberFormat('en', { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });

const told = (of) => ({ figures }) => (figures ? of(figures) : '');
const MEMBERS = [
  { title: 'Member', of: ({ id, here }) => (here ? `${id} (tells this)` : id) },
  { title: 'Address', of: ({ address }) => address },
  { title: 'Turns running', number: true, of: told(({ running }) => count(running)) },
  { title: 'Limits hit', number: true, of: told(({ limited }) => count(limited)) },
  { title: 'Log waiting', number: true, of: told(({ queued }) => count(queued)) },
  { title: 'Log dropped', number: true, of: told(({ dropped }) => count(dropped)) },
  { title: 'Since', of: told(({ since }) => moment(since)) },
  { title: 'Versions', of: ({ hazelcast, figures }) => `${figures ? `${figures.version}, Java ${figures.java}, ` : ''}Hazelcast ${hazelcast}` },
];
const MAPS = [
  { title: 'Map', of: ({ name }) => name },
  { title: 'Entries', number: true, of: ({ entries }) => count(entries) },
  { title: 'Owned here', number: true, of: ({ owned }) => count(owned) },
  { title: 'Backups here', number: true, of: ({ backups }) => count(backups) },
  { title: 'Memory here', number: true, of: ({ bytes }) => (bytes < 1000 ? (bytes > 0 ? '< 1 kB' : '') : size.format(bytes / 1000)) },
];

/** Why the agent is on or off, in a sentence; null where there is nothing to say. */
export function agentNote({ on, configured, by, reason }) {
  if (!configured) return 'By the configuration: VOICE_AGENT_ENABLED.';
  if (!by) return null;
  return `Switched ${on ? 'on' : 'off'} by ${by}${reason ? `: ${reason}` : '.'}`;
}

function facts({ agent, safe, doubt, members, maps }) {
  const sessions = maps.find(({ name }) => name === 'conversations')?.entries ?? 0;
  const sum = (name) => members.reduce((total, { figures }) => total + (figures?.[name] ?? 0), 0);
  const waits = (number) => (number > 0 ? `${count(number)} dropped since the start.` : null);
  const kept = members.length > 1 ? 'Any member may go.' : 'Of one member there are no copies.';
  return [
    element(
      'dl',
      { class: 'figures' },
      figure(agent.on ? 'On' : 'Off', 'Agent', agentNote(agent)),
      figure(safe ? 'Safe' : 'Not safe', 'Copies', safe ? kept : 'Some entries lack their backups. Stop no member now.'),
      figure(count(members.length), members.length === 1 ? 'Member' : 'Members', doubt ? 'One went without a goodbye a short while ago.' : null),
      figure(count(sessions), 'Sessions kept'),
      figure(count(sum('running')), 'Turns running'),
      figure(count(sum('limited')), 'Limits hit', 'Calls refused since the servers started.'),
      figure(count(sum('queued')), 'Rows waiting for the log', waits(sum('dropped'))),
    ),
    table('Members, oldest first', MEMBERS, members),
    table('Maps', MAPS, maps),
  ];
}

/** Is the cluster safe, what does it hold and do? And what an admin can do about it. */
export async function clusterPage() {
  const result = element('p', { role: 'status', class: 'told' });
  const shown = element('div');
  const trouble = element('div');
  const show = async () => {
    const report = await read('cluster');
    shown.replaceChildren(...facts(report));
    trouble.replaceChildren();
    able?.show(report.agent);
  };
  const able = mayAct() ? acts(result, show) : null;
  // an agent that says odd things must be switched off though nobody can tell how the cluster is
  const attempt = () =>
    show().catch((refusal) => {
      if (refusal.status === 401 || able === null) throw refusal;
      const again = element('button', { type: 'button', class: 'quiet', onclick: attempt }, 'Try again');
      trouble.replaceChildren(element('p', { role: 'alert', class: 'alert' }, refusal.message), again);
    });
  await attempt();
  return [element('h1', {}, 'Cluster'), trouble, able && able.node, result, shown].filter((node) => node !== null);
}
