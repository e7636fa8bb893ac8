import { instantFromMs } from '../../domain/time/instant.ts';
import type { Interval } from '../../domain/time/interval.ts';
import type { LocalDay } from '../../domain/time/local-day.ts';
import { UnexpectedPayloadError } from '../../errors.ts';
import { type Metric, readMetric, WINDOW_SIZES } from './metric.ts';
import type { SiteContext } from './site-context.ts';
import type { WireSite } from './wire.ts';

export type Part = 'solar' | 'battery';

/** Whether a site has a part; undefined where its list of devices does not settle it. */
export type DeclaredEquipment = Readonly<Record<Part, boolean | undefined>>;

const DEVICE_TYPES: Readonly<Record<Part, string>> = { solar: 'inverter', battery: 'battery' };
const METRICS: Readonly<Record<Part, Metric>> = { solar: 'generation', battery: 'production' };
const UNTOLD = new Set<string | null>([null, 'other', 'unknown']);
const LOOK_BACK_MS = 365 * 86_400_000;

/** What the list of devices says; an empty list says nothing. */
export function declaredEquipment(devices: WireSite['devices']): DeclaredEquipment {
  const types = (devices ?? []).map(({ type }) => type);
  const has = (part: Part) => {
    if (types.includes(DEVICE_TYPES[part])) return true;
    return types.length === 0 || types.some((type) => UNTOLD.has(type)) ? undefined : false;
  };
  return { solar: has('solar'), battery: has('battery') };
}

/** Tells whether a part is there on a day without a trace of it, which is how an idle one looks too. */
export type IsThere = (part: Part, day: LocalDay) => Promise<boolean>;

/** Looks for activity in the year up to the day where the devices settle nothing, once a reader. */
export function createPresence(context: SiteContext, declared: DeclaredEquipment): IsThere {
  const looked = new Map<Part, Promise<boolean>>();
  return async (part, day) => {
    const known = declared[part];
    if (known !== undefined) return known;
    const look =
      looked.get(part) ??
      wasActive(context, METRICS[part], { start: instantFromMs(day.end - LOOK_BACK_MS), end: day.end }).catch(
        (error) => {
          looked.delete(part);
          throw error;
        },
      );
    looked.set(part, look);
    return await look;
  };
}

async function wasActive(context: SiteContext, metric: Metric, interval: Interval): Promise<boolean> {
  try {
    const answer = await readMetric(context, metric, interval, WINDOW_SIZES.month);
    return answer?.data.some(({ v }) => v !== null && v !== 0) ?? false;
  } catch (error) {
    // A look back that is refused shows nothing; the day itself could be read.
    if (error instanceof UnexpectedPayloadError) return false;
    throw error;
  }
}
