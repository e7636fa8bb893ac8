import * as z from 'zod';
import type { Fault } from '../../errors.ts';
import { originProblem, urlProblem } from '../http/safe-url.ts';

/** How battery registers are signed; no published answer of the API shows one. */
export type BatterySign = 'charging-positive' | 'discharging-positive';

/** Checked settings of a source of kind `curb-fleet`. */
export interface CurbFleetSettings {
  /** Without a slash at its end. */
  readonly apiOrigin: string;
  readonly tokenUrl: string;
  readonly audience: string;
  readonly maxConcurrentRequests: number;
  /** Register ids to leave out, by location id: a sub-panel's mains that the main panel's already see, say. */
  readonly excludedRegisters: ReadonlyMap<string, ReadonlySet<string>>;
  readonly batterySign: BatterySign;
}

const anyText = () => z.string({ error: (issue) => (issue.input === undefined ? 'is missing' : 'must be a text') });
const text = () => anyText().min(1, 'is empty');

const checked = (problemOf: (value: string) => string | undefined) =>
  anyText().superRefine((value, context) => {
    const problem = problemOf(value);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  });

const HOW_MANY_REQUESTS = 'must be a whole number from 1 to 32';
const WHICH_REGISTERS = 'must list register ids by location id, such as { "<location id>": ["<register id>"] }';
const WHICH_SIGN = 'must be "charging-positive" or "discharging-positive"';

const SETTINGS = z.strictObject({
  apiOrigin: checked(originProblem),
  tokenUrl: checked(urlProblem),
  audience: text(),
  maxConcurrentRequests: z.int(HOW_MANY_REQUESTS).min(1, HOW_MANY_REQUESTS).max(32, HOW_MANY_REQUESTS).default(4),
  excludedRegisters: z.record(z.string(), z.array(text(), WHICH_REGISTERS), WHICH_REGISTERS).default({}),
  batterySign: z.enum(['charging-positive', 'discharging-positive'], WHICH_SIGN).default('charging-positive'),
});

/** Checks what the configuration says of the source besides `kind` and `fleets`; `path` is where it says it. */
export function checkCurbFleetSettings(
  raw: unknown,
  path: string,
): { readonly settings: CurbFleetSettings } | { readonly faults: readonly Fault[] } {
  const result = SETTINGS.safeParse(raw);
  if (!result.success) return { faults: result.error.issues.flatMap((issue) => faultsOf(issue, path)) };
  const { apiOrigin, excludedRegisters, ...rest } = result.data;
  const excluded = Object.entries(excludedRegisters).map(([location, ids]) => [location, new Set(ids)] as const);
  return { settings: { ...rest, apiOrigin: new URL(apiOrigin).origin, excludedRegisters: new Map(excluded) } };
}

function faultsOf(issue: z.core.$ZodIssue, path: string): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: `${path}.${key}`, problem: 'is not a setting of a curb-fleet source' }));
  }
  const place = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return [{ path: `${path}${place}`, problem: issue.path.length === 0 ? 'must be an object' : issue.message }];
}
