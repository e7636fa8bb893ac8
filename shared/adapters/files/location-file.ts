import * as z from 'zod';
import { InvalidTimeZoneError, parseTimeZone } from '../../domain/time/time-zone.ts';
import { BadFileError } from './file-fault.ts';
import { LONGEST_INTERVAL_SECONDS } from './intervals/interval-collector.ts';

/** The name of the file that makes a folder a location. */
export const LOCATION_FILE = 'location.json';

const MOST_REGISTERS = 500;

const text = z
  .string({ error: (issue) => (issue.input === undefined ? 'is missing' : 'must be a text') })
  .trim()
  .min(1, 'is empty')
  .max(200, 'is longer than 200 characters');
const side = z.enum(['breaker', 'line'], 'must be "breaker" (behind the mains) or "line" (between utility and mains)');

const HOW_LONG = `must be a whole number of seconds from 1 to ${LONGEST_INTERVAL_SECONDS}`;
const WHICH_MULTIPLIER = 'must be a number above 0 and at most 10000';

const timeZone = text.superRefine((name, context) => {
  try {
    parseTimeZone(name);
  } catch (error) {
    if (!(error instanceof InvalidTimeZoneError)) throw error;
    context.addIssue({ code: 'custom', message: 'is not an IANA time zone name such as America/Chicago' });
  }
});

const REGISTER = z
  .strictObject({
    id: text,
    label: text.optional(),
    role: z.enum(['main', 'circuit', 'production', 'battery'], 'must be "main", "circuit", "production" or "battery"'),
    /** Where a source or store is tied in. */
    side: side.optional(),
    /** What every figure of the register is multiplied by. */
    multiplier: z.number(WHICH_MULTIPLIER).positive(WHICH_MULTIPLIER).max(10_000, WHICH_MULTIPLIER).default(1),
    /** Turns the sign of every figure of the register. */
    flip: z.boolean('must be true or false').default(false),
    /** The usage point of a Green Button file that is this register. */
    usagePoint: text.optional(),
  })
  .refine((register) => register.side === undefined || register.role === 'production' || register.role === 'battery', {
    path: ['side'],
    message: 'is only for registers of role production or battery',
  });

const SITE = z.strictObject({
  label: text.optional(),
  timeZone: timeZone.optional(),
  city: text.optional(),
  state: text.optional(),
  country: text.optional(),
  intervalSeconds: z.int(HOW_LONG).min(1, HOW_LONG).max(LONGEST_INTERVAL_SECONDS, HOW_LONG).optional(),
  /** For files whose own words about their zone are known to be wrong; their instants are in UTC all the same. */
  ignoreFileTimeZone: z.boolean('must be true or false').default(false),
  /** Side of the production of an archive that does not tell. */
  productionSide: side.optional(),
  /** Which profile of an archive with several is meant. */
  profile: z.union([text, z.int().transform(String)], 'must be the id of a profile').optional(),
  registers: z
    .array(REGISTER, 'must be a list of registers')
    .min(1, 'has no register')
    .max(MOST_REGISTERS, `has more than ${MOST_REGISTERS} registers`)
    .superRefine((registers, context) => {
      const ids = registers.map(({ id }) => id);
      for (const [index, id] of ids.entries()) {
        if (ids.indexOf(id) < index) {
          context.addIssue({ code: 'custom', path: [index, 'id'], message: 'is the id of an earlier register' });
        }
      }
    })
    .optional(),
});

/** What `location.json` says of its location. */
export type LocationFile = z.output<typeof SITE>;
export type RegisterInFile = NonNullable<LocationFile['registers']>[number];

/**
 * Reads a `location.json`.
 * @throws BadFileError with every fault and its path in the file; no value is repeated
 */
export function parseLocationFile(json: unknown): LocationFile {
  const parsed = SITE.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new BadFileError(
    parsed.error.issues.flatMap((issue) => {
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => ({ place: placeOf([...issue.path, key]), reason: 'is not known here' }));
      }
      return [
        { place: placeOf(issue.path), reason: issue.path.length === 0 ? 'must be an object, { … }' : issue.message },
      ];
    }),
  );
}

function placeOf(keys: readonly PropertyKey[]): string {
  const steps = keys.map((key) => {
    if (typeof key === 'number') return `[${key}]`;
    return /^[A-Za-z_][A-Za-z0-9_]{0,39}$/.test(String(key)) ? `.${String(key)}` : '[…]';
  });
  return steps.join('').replace(/^\./, '') || 'the file';
}
