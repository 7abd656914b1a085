const CENT = 0.01;
const HUNDREDTH_OF_CENT = 0.0001;
const LITTLE = { minimumFractionDigits: undefined, maximumFractionDigits: undefined, maximumSignificantDigits: 2 };

function format(currency, digits) {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...digits });
  } catch {
    // no code that browsers know: the number, and the code behind it
    const plain = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2, ...digits });
    return { format: (value) => `${plain.format(value)} ${currency}` };
  }
}

const little = (value, least) => value !== 0 && Math.abs(value) < least;

/** An amount as people write it, in cents; one under a cent with two digits that tell something. */
export const money = (value, currency) => format(currency, little(value, CENT) ? LITTLE : {}).format(value);

/** As `money`, for what single turns cost: with hundredths of a cent. */
export const fineMoney = (value, currency) =>
  format(currency, little(value, HUNDREDTH_OF_CENT) ? LITTLE : { minimumFractionDigits: 2, maximumFractionDigits: 4 }).format(value);
