/** The pages of websites, on the page Knowledge: what came of fetching them last, and a button that has it done now. */
import { change, mayAct, read } from './api.js';
import { doing } from './doing.js';
import { element, figure, moment, table } from './dom.js';
import { count } from './format.js';

const PATH = 'knowledge/fetches';
const PATIENCE = 500;
const MOST_LOOKS = 240;
const OFF = 'No pages are fetched: voice.knowledge.web.pages and voice.knowledge.web.sitemaps are empty.';

const PROBLEMS = [
  { title: 'Page or sitemap', of: ({ url }) => url },
  { title: 'Problem', of: ({ problem }) => problem },
];

/** When it was done, as words and moments. */
export function last({ running, begunAt, endedAt }, time = moment) {
  if (!begunAt) return [running ? 'The pages are being fetched for the first time.' : 'The pages have not been fetched yet.'];
  if (running) return ['The pages are being fetched, since ', time(begunAt), '.'];
  return endedAt ? ['Last fetched on ', time(endedAt), '. Pages that fail stay as they were.'] : ['Begun on ', time(begunAt), ', and not ended.'];
}

/** What has come of fetching, in a sentence. */
export function fetchedNote({ running, report }) {
  if (running) return 'The pages are still being fetched; look again later.';
  const { changed, unchanged, removed, failed } = report;
  return `The pages were fetched: ${count(changed)} new or changed, ${count(unchanged)} unchanged, ${count(removed)} removed, ${count(failed)} failed.`;
}

function facts(state) {
  const { pages, report, endedAt } = state;
  const { changed, unchanged, removed, failed, problems, moreProblems } = report;
  return [
    element('p', { class: 'note' }, ...last(state)),
    element(
      'dl',
      { class: 'figures' },
      figure(count(pages), 'Pages known'),
      ...(endedAt
        ? [
            figure(count(changed), 'New or changed', 'In the last fetching.'),
            figure(count(unchanged), 'Unchanged'),
            figure(count(removed), 'Removed'),
            figure(count(failed), 'Failed', failed > 0 ? 'The reasons stand below.' : null),
          ]
        : []),
    ),
    problems.length > 0 ? table('Problems of pages', PROBLEMS, problems) : null,
    moreProblems > 0 ? element('p', { class: 'note' }, `And ${count(moreProblems)} more.`) : null,
  ].filter((node) => node !== null);
}

/** Resolves with the state when nothing is fetched any more, or with the last one after many looks. */
export async function fetched(state, look = () => read(PATH), patience = PATIENCE) {
  let now = state;
  for (let looks = 0; now.running && looks < MOST_LOOKS; looks++) {
    await new Promise((resolve) => setTimeout(resolve, patience));
    now = await look();
  }
  return now;
}

/** `told` is where is announced what was done, `onchange` is called after it. */
export async function fetchingSection(told, onchange) {
  const shown = element('div', {});
  const now = element('button', { type: 'button', class: 'quiet', hidden: true }, 'Fetch now');
  const show = (state) => {
    now.hidden = !state.on || !mayAct();
    shown.replaceChildren(...(state.on ? facts(state) : [element('p', { class: 'note' }, OFF)]));
  };
  try {
    show(await read(PATH));
  } catch (refusal) {
    shown.replaceChildren(element('p', { class: 'alert' }, refusal.message));
  }
  now.addEventListener('click', () =>
    doing(told, now, 'The pages are fetched.', async () => {
      const state = await fetched(await change('POST', PATH));
      show(state);
      await onchange();
      return fetchedNote(state);
    }),
  );
  return element('section', {}, element('h2', {}, 'Pages of websites'), element('p', { class: 'acts' }, now), shown);
}
