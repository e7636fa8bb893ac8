/**
 * A time zone that may be a site's, for a person to confirm: by the state or the country as it is written, and in the
 * United States by the longitude where no state is. Undefined where there is no telling. Many states have places in
 * another zone than most of their people.
 */
export function proposedZone(place: {
  readonly country: string | null;
  readonly state: string | null;
  readonly longitude: number | null;
}): string | undefined {
  const country = COUNTRY_CODES.get(plain(place.country)) ?? plain(place.country);
  const state = plain(place.state);
  if (country === 'US' || (country === '' && US_STATES.has(state))) return US_STATES.get(state) ?? byLongitude(place);
  return PROVINCES.get(`${country} ${state}`) ?? COUNTRIES.get(country);
}

const plain = (text: string | null) => (text ?? '').trim().toUpperCase();

/** Between the zones of the 48 states that touch each other, roughly. */
function byLongitude({ longitude }: { readonly longitude: number | null }): string | undefined {
  if (longitude === null || longitude < -125 || longitude > -66) return undefined;
  if (longitude > -85.5) return 'America/New_York';
  if (longitude > -102) return 'America/Chicago';
  return longitude > -114.5 ? 'America/Denver' : 'America/Los_Angeles';
}

/** Reads lines of a zone and what lies in it. */
function table(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const [zone = '', places = ''] = line.split(': ');
      return places.split(', ').map((place) => [place, zone] as const);
    }),
  );
}

const US_STATES = table([
  'America/New_York: CT, DC, DE, FL, GA, KY, MA, MD, ME, NC, NH, NJ, NY, OH, PA, RI, SC, VA, VT, WV',
  'America/Detroit: MI',
  'America/Indiana/Indianapolis: IN',
  'America/Chicago: AL, AR, IA, IL, KS, LA, MN, MO, MS, ND, NE, OK, SD, TN, TX, WI',
  'America/Denver: CO, MT, NM, UT, WY',
  'America/Boise: ID',
  'America/Phoenix: AZ',
  'America/Los_Angeles: CA, NV, OR, WA',
  'America/Anchorage: AK',
  'Pacific/Honolulu: HI',
  'America/Puerto_Rico: PR',
]);

const PROVINCES = table([
  'America/Halifax: CA NB, CA NS, CA PE',
  'America/St_Johns: CA NL',
  'America/Toronto: CA ON, CA QC',
  'America/Winnipeg: CA MB',
  'America/Regina: CA SK',
  'America/Edmonton: CA AB',
  'America/Vancouver: CA BC',
  'Australia/Sydney: AU ACT, AU NSW',
  'Australia/Brisbane: AU QLD',
  'Australia/Melbourne: AU VIC',
  'Australia/Hobart: AU TAS',
  'Australia/Adelaide: AU SA',
  'Australia/Darwin: AU NT',
  'Australia/Perth: AU WA',
]);

const COUNTRIES = table([
  'Asia/Kathmandu: NP',
  'Asia/Kolkata: IN',
  'Asia/Singapore: SG',
  'Asia/Tokyo: JP',
  'Europe/Amsterdam: NL',
  'Europe/Berlin: DE',
  'Europe/Brussels: BE',
  'Europe/Copenhagen: DK',
  'Europe/Dublin: IE',
  'Europe/Helsinki: FI',
  'Europe/London: GB',
  'Europe/Oslo: NO',
  'Europe/Paris: FR',
  'Europe/Prague: CZ',
  'Europe/Rome: IT',
  'Europe/Stockholm: SE',
  'Europe/Vienna: AT',
  'Europe/Warsaw: PL',
  'Europe/Zurich: CH',
]);

/** Other ways of writing a country than by two letters. */
const COUNTRY_CODES = table([
  'AT: AUT, AUSTRIA',
  'AU: AUS, AUSTRALIA',
  'BE: BEL, BELGIUM',
  'CA: CAN, CANADA',
  'CH: CHE, SWITZERLAND',
  'DE: DEU, GERMANY',
  'DK: DNK, DENMARK',
  'FI: FIN, FINLAND',
  'FR: FRA, FRANCE',
  'GB: GBR, UK, UNITED KINGDOM',
  'IE: IRL, IRELAND',
  'IN: IND, INDIA',
  'IT: ITA, ITALY',
  'JP: JPN, JAPAN',
  'NL: NLD, NETHERLANDS',
  'NO: NOR, NORWAY',
  'NP: NPL, NEPAL',
  'PL: POL, POLAND',
  'SE: SWE, SWEDEN',
  'US: USA, UNITED STATES, UNITED STATES OF AMERICA',
]);
