import * as z from 'zod';
import { id, list, text } from '../http/wire-fields.ts';

// The API's answers, spelled as the API spells them. What a report does not need is not asked for.

const MAX_REGISTERS = 500;
/** With the virtual one for Other. */
const MAX_ROWS = MAX_REGISTERS + 1;
const MAX_SLOTS = 10_000;
const MAX_ENTRIES_A_PAGE = 10_000;
/** More than any one register can have measured in a day, and at a moment. */
const MAX_ENERGY_KWH = 10_000;
const MAX_POWER_W = 10_000_000;

const flag = z.boolean().nullish();

export const wireLocation = z.object({
  id,
  label: text,
  organization: text,
  country: text,
  state: text,
  city: text,
  postcode: text,
  address: text,
  /** Judged by whoever makes a day of it. */
  timezone: z.unknown().optional(),
});
export type WireLocation = z.infer<typeof wireLocation>;

export const wireMetadata = z.object({
  mains: flag,
  installations_count: z.int().min(0).nullish(),
});
export type WireMetadata = z.infer<typeof wireMetadata>;

export const wireInstallation = z.object({ hub: id });

export const wireRegister = z.object({
  id,
  label: text,
  circuit_type: text,
  installation: id.nullish(),
  dt_created: text,
  grid: flag,
  production: flag,
  battery: flag,
  other: flag,
});
export type WireRegister = z.infer<typeof wireRegister>;

/** The id under which the API tells its own Other. */
export const OTHER_ID = '__OTHER__';

/** A register in a day's answer. The virtual one for Other is the only one that may come without an id. */
const nestedRegister = wireRegister.extend({ id: id.nullish() }).transform((register, context): WireRegister => {
  const isOther = register.other === true || register.label === 'Other';
  const registerId = register.id ?? (isOther ? OTHER_ID : undefined);
  if (registerId !== undefined) return { ...register, id: registerId };
  context.addIssue({ code: 'custom', path: ['id'], message: 'expected string' });
  return z.NEVER;
});

/** One page of any list; its entries are read one by one, so that a bad one does not spoil the others. */
export const wirePage = z.object({
  count: z.int().min(0).nullish().catch(null),
  next: z.unknown().optional(),
  results: z.array(z.unknown()).max(MAX_ENTRIES_A_PAGE),
});

const echo = {
  start: z.number(),
  end: z.number(),
  resolution: z.string(),
  /** These answers are never paged; if one were, the rest of its day would be missing. */
  next: z.null().optional(),
};

export const wireAggregate = z.object({
  ...echo,
  /** Summed over the hubs. */
  samples_count: z.int().min(0).nullish(),
  results: list(
    z.object({ kwh: z.number().min(-MAX_ENERGY_KWH).max(MAX_ENERGY_KWH).nullish(), register: nestedRegister }),
    MAX_ROWS,
  ),
});
export type WireAggregate = z.infer<typeof wireAggregate>;

const watts = z.custom<readonly (number | null)[]>(
  isWatts,
  `expected up to ${MAX_ROWS} numbers within ±${MAX_POWER_W}, or null`,
);

/** By index and by two comparisons: an iterator, and `Math.abs`, would put each of ten thousand numbers on the heap. */
function isWatts(value: unknown): value is (number | null)[] {
  if (!Array.isArray(value) || value.length > MAX_ROWS) return false;
  for (let index = 0; index < value.length; index += 1) {
    const powerW: unknown = value[index];
    if (powerW !== null && !(typeof powerW === 'number' && powerW <= MAX_POWER_W && powerW >= -MAX_POWER_W))
      return false;
  }
  return true;
}

const sample = z.object({ t: z.int(), r: z.object({ w: watts }) });
type Samples = readonly z.infer<typeof sample>[];

const describedSamples = list(sample, MAX_SLOTS);

/** What the schema of a list of samples says, in a loop: a day is ten thousand numbers, and there are many days. */
const samples = z.custom<Samples>().check((payload) => {
  if (areSamples(payload.value)) return;
  for (const issue of describedSamples.safeParse(payload.value).error?.issues ?? []) {
    payload.issues.push({ ...issue, input: payload.value } as z.core.$ZodRawIssue);
  }
});

function areSamples(value: unknown): value is Samples {
  if (!Array.isArray(value) || value.length > MAX_SLOTS) return false;
  for (const one of value) if (!(Number.isSafeInteger(one?.t) && isWatts(one.r?.w))) return false;
  return true;
}

export const wireHistorical = z.object({
  ...echo,
  registers: list(nestedRegister, MAX_ROWS),
  /** `t` is the start of the sample; `w` is in watts, and in the order of `registers` in the same answer. */
  results: samples,
});
export type WireHistorical = z.infer<typeof wireHistorical>;

/** The hub's network address, which comes along, is dropped here. */
export const wireHubConnectivity = z.object({ last_post_diagnostics: z.int().min(0).nullish().catch(null) });
