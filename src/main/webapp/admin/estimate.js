/** What the page begins with: a hundred conversations a day, of four short questions with spoken answers. */
export const USUAL = { conversations: 100, questions: 4, seconds: 5, input: 1200, output: 80, characters: 350 };

/** Days of the month that is estimated. */
export const MONTH = 30;

const MILLION = 1e6;
const MINUTE = 60;

/**
 * What conversations will cost, as `{listening, answering, speaking, all}`, each `{conversation, day, month}`.
 *
 * `numbers` are `{conversations}` a day, `{questions}` a conversation, and for each question `{seconds}` of speech, tokens
 * `{input, output}` and `{characters}` spoken; `prices` are `{minute}` transcribed, and of a million tokens `{input, output}` and
 * `{characters}`. What is no number above nothing counts as nothing.
 */
export function estimate(numbers, prices) {
  const of = (from, name) => (from[name] > 0 && Number.isFinite(from[name]) ? from[name] : 0);
  const share = (question) => {
    const conversation = question * of(numbers, 'questions');
    const day = conversation * of(numbers, 'conversations');
    return { conversation, day, month: day * MONTH };
  };
  const listening = (of(numbers, 'seconds') * of(prices, 'minute')) / MINUTE;
  const answering = (of(numbers, 'input') * of(prices, 'input') + of(numbers, 'output') * of(prices, 'output')) / MILLION;
  const speaking = (of(numbers, 'characters') * of(prices, 'characters')) / MILLION;
  return { listening: share(listening), answering: share(answering), speaking: share(speaking), all: share(listening + answering + speaking) };
}
