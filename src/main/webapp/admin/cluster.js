import { read } from './api.js';
import { element, figure, table } from './dom.js';

const count = new Intl.NumberFormat('en');
const size = new Intl.NumberFormat('en', { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });

const MEMBERS = [
  { title: 'Member', of: ({ id, here }) => (here ? `${id} (tells this)` : id) },
  { title: 'Address', of: ({ address }) => address },
  { title: 'Hazelcast', of: ({ version }) => version },
];
const MAPS = [
  { title: 'Map', of: ({ name }) => name },
  { title: 'Entries', number: true, of: ({ entries }) => count.format(entries) },
  { title: 'Owned here', number: true, of: ({ owned }) => count.format(owned) },
  { title: 'Backups here', number: true, of: ({ backups }) => count.format(backups) },
  { title: 'Memory here', number: true, of: ({ bytes }) => (bytes < 1000 ? (bytes > 0 ? '< 1 kB' : '') : size.format(bytes / 1000)) },
];

/** Is the cluster safe, and what does it hold? */
export async function clusterPage() {
  const { safe, doubt, members, maps } = await read('cluster');
  const sessions = maps.find(({ name }) => name === 'conversations')?.entries ?? 0;
  return [
    element('h1', {}, 'Cluster'),
    element(
      'dl',
      { class: 'figures' },
      figure(safe ? 'Safe' : 'Not safe', 'Copies', safe ? 'Any member may go.' : 'Some entries lack their backups. Stop no member now.'),
      figure(count.format(members.length), members.length === 1 ? 'Member' : 'Members', doubt ? 'One went without a goodbye a short while ago.' : null),
      figure(count.format(sessions), 'Sessions kept'),
    ),
    table('Members, oldest first', MEMBERS, members),
    table('Maps', MAPS, maps),
  ];
}
