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
    api.onbegun = (preferences) => this.restored(preferences);
    this.restored();
    view.options.volume = voice.volume = settings.volume;
    view.spoken = voice.on = settings.spoken;
  }

  spoken(on) {
    settings.spoken = this.#voice.on = on;
  }

  volume(volume) {
    settings.volume = this.#voice.volume = volume;
  }

  captions(captions) {
    this.#choose({ captions });
  }

  speed(speed) {
    this.#choose({ speed });
  }

  /** What the server remembers comes before what this tab does: it is what it goes by. */
  restored(kept) {
    const { captions, speed } = { ...settings, ...this.#api.preferences, ...kept };
    Object.assign(settings, { captions, speed });
    Object.assign(this.#api.preferences, { captions, speed });
    this.#view.captions = captions ?? true;
    this.#view.options.speed = speed ?? 1;
  }

  /** A server that cannot be told now is told with the next choice, or the next session. */
  #choose(preferences) {
    this.restored(preferences);
    this.#api.prefer(preferences).catch(() => {});
  }
}

/** The choices as the view tells them. */
export function chosen(choices) {
  return Object.fromEntries(['spoken', 'captions', 'volume', 'speed'].map((what) => [what, (value) => choices()[what](value)]));
}
