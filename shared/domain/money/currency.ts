/** A currency of ISO 4217 and how many digits its minor unit has: 2 for cents, 0 where there is none. */
export interface Currency {
  readonly code: string;
  readonly digits: number;
}

export class UnknownCurrencyError extends Error {
  override readonly name = 'UnknownCurrencyError';
}

/**
 * Minor units of ISO 4217 that are not 2. Kept here, as what Intl says depends on the runtime and is what shops write
 * (no decimals for an Iraqi dinar that has three).
 */
const DIGITS_OTHER_THAN_TWO: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
]);

/**
 * Takes a code of ISO 4217 in capitals.
 * @throws {UnknownCurrencyError} for anything that is no currency
 */
export function currencyOf(code: string): Currency {
  if (!/^[A-Z]{3}$/.test(code) || !Intl.supportedValuesOf('currency').includes(code)) {
    throw new UnknownCurrencyError('must be a currency of ISO 4217 in capitals, such as EUR');
  }
  return { code, digits: DIGITS_OTHER_THAN_TWO.get(code) ?? 2 };
}
