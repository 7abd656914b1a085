import { wavPieces } from './wav-stream.js';

/** The text in portions of at most so many characters: cut after a sentence, else between words, else anywhere. */
export function portions(text, most) {
  if (text.length <= most) return [text];
  const some = `\\S[^]{0,${most - 1}}`;
  return text.match(new RegExp(`${some}(?<=[.!?\u061f])(?=\\s|$)|${some}(?=\\s|$)|${some}`, 'gu')).map((part) => part.trim()).filter(Boolean);
}

/** The speech of a text, in pieces as Speech takes them; the server is asked for `most` characters at once. */
export async function* spoken(api, text, most, signal) {
  for (const [index, portion] of portions(text, most).entries()) {
    for await (const piece of wavPieces(await api.speak(portion, signal))) yield { index, ...piece };
  }
}
