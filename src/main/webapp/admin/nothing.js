/** Why nothing is listed. */
export const NO_TURNS = 'No questions in these days.';
const NO_WORDS = 'Their words are not kept.';
const NO_GAPS = 'Every answer of these days rests on something that the website says, and no thumb is down.';

/** Of the popular questions, by the sums of a report. */
export const noQuestions = ({ turns }) => (turns === 0 ? NO_TURNS : NO_WORDS);

/** Of those that were not answered, or not well. */
export function noGaps({ turns, unanswered, down }) {
  if (turns === 0) return NO_TURNS;
  return unanswered + down === 0 ? NO_GAPS : NO_WORDS;
}
