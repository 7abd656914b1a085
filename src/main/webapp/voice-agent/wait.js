const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A time to wait as the key of its words and the values in them, rounded up: nobody shall come back too early. */
export function wait(seconds) {
  const count = (unit) => Math.max(1, Math.ceil(seconds / unit));
  if (seconds > 2 * HOUR) return ['hours', { count: count(HOUR) }];
  if (seconds > MINUTE) return ['minutes', { count: count(MINUTE) }];
  return count(1) === 1 ? ['second', {}] : ['seconds', { count: count(1) }];
}

/** Seconds until budgets begin anew: they are of a UTC day. */
export function secondsOfDayLeft(now = Date.now()) {
  return DAY - Math.floor(now / 1000) % DAY;
}
