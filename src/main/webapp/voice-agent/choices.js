import { settings } from './settings.js';

/**
 * What the visitor has chosen in the settings: kept by this tab, told to the server where it is the server's to follow, and
 * put into effect.
 */
export class Choices {
  #api;
  #voice;
  #view;

  constructor(api, voice, view) {
    this.#api = api;
    this.#voice = voice;
    this.#view = view;
    const { captions, speed, volume, spoken } = settings;
    this.#api.preferences = { captions, speed };
    this.#view.captions = captions;
    this.#view.options.speed = speed;
    this.#view.options.volume = this.#voice.volume = volume;
    this.#view.spoken = this.#voice.on = spoken;
  }

  spoken(on) {
    settings.spoken = this.#voice.on = on;
  }

  volume(volume) {
    settings.volume = this.#voice.volume = volume;
  }

  captions(captions) {
    this.#view.captions = settings.captions = captions;
    this.#prefer({ captions });
  }

  speed(speed) {
    settings.speed = speed;
    this.#prefer({ speed });
  }

  /** What the server remembers comes first: it is what it goes by. */
  restored({ captions, speed }) {
    if (typeof captions === 'boolean') this.#view.captions = settings.captions = captions;
    if (typeof speed === 'number') this.#view.options.speed = settings.speed = speed;
    this.#api.preferences = { captions: settings.captions, speed: settings.speed };
  }

  /** A server that cannot be told now is told with the next choice, or the next session. */
  #prefer(preferences) {
    this.#api.prefer(preferences).catch(() => {});
  }
}

/** The choices as the view tells them. */
export function chosen(choices) {
  return Object.fromEntries(['spoken', 'captions', 'volume', 'speed'].map((what) => [what, (value) => choices()[what](value)]));
}
