/** The lines for a page, by what is chosen, and the widget as those lines make it. */
import { embedding } from './snippet.js';

const ROOT = new URL('../', import.meta.url);
const form = document.querySelector('form');
const [snippet, policy, note, preview, told] = ['snippet', 'policy', 'policy-note', 'preview', 'told'].map((id) => document.getElementById(id));

const NOTES = {
  voice: 'With style-src it needs nothing, and nothing of inline code, eval, blob: or data:. It runs under require-trusted-types-for.',
  typed: 'A policy by hash alone allows no audio worklet, and so no microphone: questions are typed, answers are spoken all the same.',
};

const answer = await fetch(new URL('voice-agent/release.json', ROOT));
const release = answer.ok ? await answer.json() : null;

function show() {
  const options = Object.fromEntries(new FormData(form));
  const { html, policy: needed, attributes } = embedding(options, release, ROOT);
  snippet.textContent = html;
  policy.textContent = needed;
  note.textContent = options.microphone === 'off' ? NOTES.typed : NOTES.voice;
  const agent = document.createElement('voice-agent');
  for (const [name, value] of attributes) agent.setAttribute(name, value);
  preview.replaceChildren(agent);
}

async function copy({ currentTarget }) {
  const text = document.getElementById(currentTarget.dataset.copy).textContent;
  told.textContent = await navigator.clipboard.writeText(text).then(() => 'Copied.', () => 'Your browser does not let me copy. Please select the lines and copy them.');
}

if (release) {
  await import(new URL(`voice-agent/${release.release}/voice-agent.js`, ROOT));
  form.addEventListener('change', show);
  for (const button of document.querySelectorAll('[data-copy]')) button.addEventListener('click', copy);
  show();
} else {
  told.textContent = 'The server did not tell its release. Please reload this page.';
}
