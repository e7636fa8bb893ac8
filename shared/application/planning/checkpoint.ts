import { gunzipSync, gzipSync } from 'node:zlib';
import type { Instant } from '../../domain/time/instant.ts';
import type { ReportKind } from '../../domain/time/period.ts';
import type { TimeZone } from '../../domain/time/time-zone.ts';
import { createOnce } from '../create-once.ts';
import { LEDGER_ROOT } from '../keys.ts';
import type { LedgerParts } from '../ledger.ts';
import type { Problem } from '../problem.ts';
import { packSheet, type RuleSet, type SheetRow, unpackSheet } from './sheet.ts';
import type { Standing } from './standing.ts';

/**
 * What one tick leaves to the next, so that it need not look at every mark in the ledger again. Losing it, or taking an
 * older one, costs requests and never a report: see `Standing`.
 */
export interface Checkpoint {
  readonly schema: 1;
  /** Hash of the rules that say which locations get what. */
  readonly rules: string;
  /** When the fleets were listed. */
  readonly listedAt: Instant;
  /** Of locations that no report can be made of. */
  readonly problems: readonly Problem[];
  readonly sheets: readonly KnownSheet[];
}

export interface KnownSheet {
  readonly name: string;
  readonly source: string;
  readonly fleet: string;
  readonly sha256: string;
  readonly rows: number;
  readonly zones: readonly TimeZone[];
  /** Of each zone, its first row; absent in what an earlier version wrote. */
  readonly zoneStarts?: readonly number[];
  readonly ruleSets: readonly RuleSet[];
  readonly standings: Readonly<Partial<Record<ReportKind, Standing>>>;
}

export interface LatestCheckpoint {
  /** Checkpoints are numbered from 1; 0 where there is none yet. */
  readonly number: number;
  /** Undefined where there is none that can be read: everything is then found out again. */
  readonly checkpoint: Checkpoint | undefined;
}

const ROOT = `${LEDGER_ROOT}control/planning/v1/`;
const LAST_NUMBER = 999_999_999;

/** Later ones sort before earlier ones, so that the first key of a listing is the latest. */
const keyOf = (number: number) => `${ROOT}checkpoints/${String(LAST_NUMBER - number).padStart(9, '0')}`;
const sheetKey = (sha256: string) => `${ROOT}sheets/${sha256}`;

export async function readCheckpoint({ ledger }: Pick<LedgerParts, 'ledger'>): Promise<LatestCheckpoint> {
  const prefix = `${ROOT}checkpoints/`;
  for await (const key of ledger.list(prefix)) {
    const object = await ledger.get(key);
    const checkpoint = object === undefined ? undefined : decode(object.bytes);
    return { number: LAST_NUMBER - Number(key.slice(prefix.length)), checkpoint };
  }
  return { number: 0, checkpoint: undefined };
}

function decode(bytes: Uint8Array): Checkpoint | undefined {
  try {
    const checkpoint = JSON.parse(gunzipSync(bytes).toString('utf8')) as Checkpoint;
    return checkpoint.schema === 1 ? checkpoint : undefined;
  } catch {
    return undefined;
  }
}

/** Of two planners that go on from the same checkpoint, the first one's counts; both tell the truth. */
export async function writeCheckpoint(parts: LedgerParts, after: number, checkpoint: Checkpoint): Promise<void> {
  const bytes = gzipSync(JSON.stringify(checkpoint), { level: 1 });
  await createOnce(parts.ledger, keyOf(after + 1), bytes, 'application/gzip', parts.pauses);
}

export async function keepSheet(parts: LedgerParts, sha256: string, text: string): Promise<void> {
  await createOnce(parts.ledger, sheetKey(sha256), packSheet(text), 'application/gzip', parts.pauses);
}

export async function readSheet(
  { ledger }: Pick<LedgerParts, 'ledger'>,
  sha256: string,
): Promise<SheetRow[] | undefined> {
  const object = await ledger.get(sheetKey(sha256));
  return object === undefined ? undefined : unpackSheet(object.bytes, sha256);
}
