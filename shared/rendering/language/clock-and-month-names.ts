const MAX_LOCALES_REMEMBERED = 50;

/** Names the hours of a clock, 0 to 23, as people of a locale do: "3 PM", "15". */
export const hourFormat = namesByLocale({ hour: 'numeric' }, 24, (hour) => Date.UTC(2000, 0, 1, hour));

/** Names the months, 1 to 12, in short: "Jan". */
export const monthFormat = namesByLocale({ month: 'short' }, 13, (month) => Date.UTC(2000, month - 1, 1));

function namesByLocale(options: Intl.DateTimeFormatOptions, count: number, epochMsOf: (index: number) => number) {
  const known = new Map<string, readonly string[]>();
  return (locale: string): ((index: number) => string) => {
    let names = known.get(locale);
    if (names === undefined) {
      if (known.size >= MAX_LOCALES_REMEMBERED) known.clear();
      const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
      names = Array.from({ length: count }, (_, index) => plainly(format.format(epochMsOf(index))));
      known.set(locale, names);
    }
    const found = names;
    return (index) => found[index] ?? '';
  };
}

// Intl puts narrow spaces before "AM", and a nought before the hour of "9 Uhr" and "9 h", where nobody else does.
const plainly = (text: string): string => text.replaceAll('\u202f', '\u00a0').replace(/^0(?=\d\D)/, '');
