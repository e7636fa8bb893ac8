import { type Instant, instantFromMs, isoUtc } from '../domain/time/instant.ts';
import { createOnce, type Pauses } from './create-once.ts';
import { keySegment } from './keys.ts';
import { decodeEntry, encodeEntry } from './ledger.ts';
import type { Metrics } from './metrics.ts';
import type { Clock, NewOwnerToken, ObjectStore } from './ports.ts';

/**
 * What all processes together know of a source's health, as a row of numbered objects, each created once: the last one
 * holds. Losing them costs calls, never correctness.
 */
export type SourceHealth =
  | { readonly state: 'well' }
  /** Some locations failed, one behind the other, with no success between them. */
  | { readonly state: 'failing'; readonly scopes: readonly string[] }
  /** Left alone until then; after that one caller may try. */
  | { readonly state: 'down'; readonly pauses: number; readonly untilMs: number };

export interface OutageParts {
  readonly ledger: ObjectStore;
  readonly clock: Clock;
  readonly newOwner: NewOwnerToken;
  readonly pauses: Pauses;
  /** Counts what was not asked because a source is left alone; nobody does unless given. */
  readonly metrics?: Metrics;
}

const CONTROL_ROOT = 'ledger/v1/control/sources/';

/** So many different locations failing in a row are an outage of the source, not trouble of theirs. */
const SCOPES_OF_AN_OUTAGE = 3;

const MINUTE_MS = 60_000;
const FIRST_PAUSE_MS = 15 * MINUTE_MS;
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;

/** How long one process believes what it read. */
const BELIEVED_FOR_MS = MINUTE_MS;

export interface SourceOutages {
  /** Until when the source is to be left alone; undefined when it may be asked. A caller that may try first gets undefined. */
  leftAloneUntil(): Promise<Instant | undefined>;
  succeeded(): Promise<void>;
  /** @param scope the location that failed; undefined for the source as a whole */
  failed(scope: string | undefined): Promise<void>;
}

/** The shared health of one source. */
export function createSourceOutages(parts: OutageParts, sourceName: string): SourceOutages {
  const prefix = `${CONTROL_ROOT}${keySegment(sourceName)}/`;
  let believed: { readonly health: SourceHealth; readonly number: number; readonly at: Instant } | undefined;

  const read = async () => {
    let last = '';
    for await (const key of parts.ledger.list(prefix)) last = key;
    const object = last === '' ? undefined : await parts.ledger.get(last);
    const health =
      object === undefined ? ({ state: 'well' } as const) : (decodeEntry(object.bytes) as unknown as SourceHealth);
    believed = { health, number: last === '' ? 0 : Number(last.slice(prefix.length)), at: parts.clock.now() };
    return believed;
  };
  const known = async () =>
    believed !== undefined && parts.clock.now() - believed.at < BELIEVED_FOR_MS ? believed : await read();
  /** True when ours is the next word; false when somebody else spoke first, whose word then holds. */
  const say = async (after: number, health: SourceHealth): Promise<boolean> => {
    const number = after + 1;
    const key = prefix + String(number).padStart(9, '0');
    const body = encodeEntry({ owner: parts.newOwner(), ...health });
    const { mine } = await createOnce(parts.ledger, key, body, 'application/json', parts.pauses);
    if (mine) believed = { health, number, at: parts.clock.now() };
    else await read();
    return mine;
  };
  const down = (pauses: number): SourceHealth => {
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (pauses - 1));
    return { state: 'down', pauses, untilMs: parts.clock.now() + pauseMs };
  };
  return {
    async leftAloneUntil() {
      const { health, number } = await known();
      if (health.state !== 'down') return undefined;
      if (parts.clock.now() < health.untilMs) return instantFromMs(health.untilMs);
      // The pause is over: whoever says so first may try, and the others wait for what comes of it.
      if (await say(number, down(health.pauses + 1))) return undefined;
      const { health: others } = await known();
      return others.state === 'down' ? instantFromMs(others.untilMs) : undefined;
    },
    async succeeded() {
      const { health, number } = await known();
      if (health.state !== 'well') await say(number, { state: 'well' });
    },
    async failed(scope) {
      const { health, number } = await read();
      if (health.state === 'down') return;
      if (scope === undefined) {
        await say(number, down(1));
        return;
      }
      const scopes = new Set(health.state === 'failing' ? health.scopes : []).add(scope);
      await say(number, scopes.size >= SCOPES_OF_AN_OUTAGE ? down(1) : { state: 'failing', scopes: [...scopes] });
    },
  };
}

/** What a caller is told while a source is left alone. */
export function leftAloneMessage(sourceName: string, until: Instant): string {
  return `Source ${sourceName} does not answer and is left alone until ${isoUtc(until)}; nothing is lost, a later tick asks again.`;
}
