/** What has become of gaps. */

/** By what questions are the same one: as the server's key, letters and digits alone. */
export const words = (question) => question.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();

/** In one line. */
export const line = (question) => question.replace(/\s+/g, ' ').trim();

/** The accepted answer to one of the gap's wordings, as the server lists them; null where there is none. */
export function acceptedFor(gap, answers) {
  const asked = new Set(gap.wordings.map(({ question }) => words(question)));
  return answers.find(({ question, wordings }) => [question, ...wordings].some((wording) => asked.has(words(wording)))) ?? null;
}

/** `{answered, note}`: an answer that was accepted before it was asked in vain once more has not helped. */
export function gapState({ last }, accepted) {
  const accepting = accepted && Date.parse(accepted.addedAt) >= Date.parse(last.at);
  if (accepting) return { answered: true, note: `Answered by ${accepted.addedBy}; asked in vain before that only.` };
  if (last.answered) return { answered: true, note: 'Answered since, with a source.' };
  return { answered: false, note: accepted ? `${accepted.addedBy} has answered it, but it was asked in vain again. You can change the answer.` : null };
}

/**
 * What is sent of the form's fields. Other wordings are those of the answer there is already, and of the gap, as many as the server
 * takes.
 */
export function acceptance({ question, answer, title, url }, { language, wordings }, accepted, most) {
  const all = [...(accepted ? [accepted.question, ...accepted.wordings] : []), ...wordings.map((wording) => line(wording.question))];
  const others = new Map(all.map((wording) => [words(wording), wording]));
  others.delete(words(question));
  const given = Object.entries({ title, url }).filter(([, text]) => text.trim() !== '');
  return { question, answer, language, wordings: [...others.values()].slice(0, most), ...Object.fromEntries(given) };
}
