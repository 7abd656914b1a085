/** Numbers and times as the admin pages write them. */
const whole = new Intl.NumberFormat('en');
const one = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const part = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const second = new Intl.NumberFormat('en', { style: 'unit', unit: 'second', minimumFractionDigits: 2, maximumFractionDigits: 2 });
const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
const dayOfMonth = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const countryNames = new Intl.DisplayNames('en', { type: 'region' });
const languageNames = new Intl.DisplayNames('en', { type: 'language' });

const kilobytes = new Intl.NumberFormat('en', { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
const megabytes = new Intl.NumberFormat('en', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });

export const count = (number) => whole.format(number);
export const decimal = (number) => one.format(number);
export const percent = (rate) => part.format(rate);

/** Of bytes; a part of a kilobyte counts as one. */
export const size = (bytes) => (bytes < 1e6 ? kilobytes.format(Math.ceil(bytes / 1000)) : megabytes.format(bytes / 1e6));

/** Of milliseconds, which are told as such below a second. */
export const time = (ms) => (ms < 1000 ? `${count(Math.round(ms))} ms` : second.format(ms / 1000));

/** Of milliseconds, as minutes where there are some. */
export const length = (ms) => (ms < 60_000 ? `${count(Math.round(ms / 1000))} s` : `${decimal(ms / 60_000)} min`);

/** Of an ISO 8601 moment, in the time zone of whoever looks. */
export const at = (iso) => moment.format(new Date(iso));

/** Of an ISO 8601 date. */
export const day = (iso) => dayOfMonth.format(new Date(iso));

export const country = (code) => (code ? countryNames.of(code) : 'Not known');
export function language(tag) {
  try {
    return languageNames.of(tag);
  } catch {
    return tag; // visitors may send any
  }
}
