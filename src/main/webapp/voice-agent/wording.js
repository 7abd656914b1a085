import { en } from './texts-en.js';

/** Languages with a file of their own. They are data and fetched, so that a page's policy and a hash have one script to cover. */
const FILES = ['de', 'es', 'fr', 'ar'];
const RIGHT_TO_LEFT = ['ar'];

/** The primary language of a tag: `de` for `de-AT`. */
export function primaryLanguage(tag) {
  return String(tag ?? '').trim().toLowerCase().split(/[-_]/)[0];
}

/** What the widget says, and how that is written. */
export class Wording {
  #texts;
  #plural;
  #number;

  /** `texts` are those of the language; `own` are the page's, and come first. English fills what is missing. */
  constructor(language, texts, own = {}) {
    this.language = language;
    this.direction = RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';
    this.#texts = { ...texts, ...own };
    this.#plural = new Intl.PluralRules(language);
    this.#number = new Intl.NumberFormat(language);
    this.say = this.say.bind(this);
  }

  /** The sentence of a key. A value may itself be a key and its values; a number is written as the language writes it. */
  say(key, values = {}) {
    const plural = 'count' in values && this.#text(`${key}.${this.#plural.select(values.count)}`);
    const text = plural || (this.#text(key) ?? this.#text('failed'));
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name];
      if (typeof value === 'number') return this.#number.format(value);
      return Array.isArray(value) ? this.say(...value) : value ?? whole;
    });
  }

  #text(key) {
    return this.#texts[key] ?? en[key];
  }
}

/** The wording in the language of the tag; in English when there is none in that language, or it cannot be had. */
export async function wordingIn(tag, own, load = fetchTexts) {
  const language = primaryLanguage(tag);
  const texts = FILES.includes(language) ? await load(language).catch(() => null) : null;
  return new Wording(texts ? language : 'en', texts, own);
}

async function fetchTexts(language) {
  const response = await fetch(new URL(`texts/${language}.json`, import.meta.url), { credentials: 'omit' });
  if (!response.ok) throw new Error(`no texts in ${language}: ${response.status}`);
  return response.json();
}
