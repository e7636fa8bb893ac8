import { hash } from 'node:crypto';
import { type LocationRef, locationPath } from '../../../shared/domain/location.ts';
import type { SimulatedObject, StoreWatch } from '../models/simulated-store.ts';
import { readStandIn } from '../models/stand-in-rendering.ts';
import type { Actor } from '../world/actor.ts';
import { anchorsCreated } from './anchor-check.ts';
import { digestEntryCreated, unmailedCreated } from './digest-watch.ts';
import { mailEntryCreated } from './mail-entry-watch.ts';
import type { ReportRecord } from './report-record.ts';
import { checkSnapshotDays } from './snapshot-check.ts';
import type { WatchContext } from './watch-context.ts';
import { dueMs, spanOfKey } from './zone-clock.ts';

type Body = Readonly<Record<string, unknown>>;

/** Checks every ledger entry as it comes into being against what may stand in the ledger at that moment. */
export function createLedgerWatch(context: WatchContext): StoreWatch {
  return {
    created(key, bytes, actor) {
      const [root, , area, kind = '', period = '', report = '', ...entry] = key.split('/');
      if (root !== 'ledger') return context.world.violate('every ledger key is known', key);
      if (area === 'reports') return entryCreated(context, { kind, period, report, entry }, bytes, actor);
      if (area === 'finished') return finishedCreated(context, report);
      if (area === 'unmailed') return unmailedCreated(context, period);
      if (area === 'digests') return digestEntryCreated(context, kind, period, [report, ...entry], bytes, actor);
      if (area === 'anchors') return anchorsCreated(context, kind, [period, report], decode(bytes), actor);
      if (area === 'suppressed' || area === 'rechecked' || area === 'control') return;
      context.world.violate('every ledger key is known', key);
    },
    exists: (key, bytes, actor, there) => keyTaken(context, key, bytes, actor, there),
  };
}

interface EntryPlace {
  readonly kind: string;
  readonly period: string;
  readonly report: string;
  readonly entry: readonly string[];
}

function entryCreated(context: WatchContext, place: EntryPlace, bytes: Uint8Array, actor: Actor) {
  const { world, reports } = context;
  const [first = '', second = '', third = ''] = place.entry;
  if (first === 'plan') return planCreated(context, place, bytes);
  if (place.entry.join('/') === 'r1/snapshot' && !reports.has(place.report)) {
    const { location, kind, period, dueAt } = decode(bytes) as unknown as SnapshotSubject;
    reportBegun(context, place, locationPath(location), `${kind} ${period}`, dueAt);
  }
  const report = reports.get(place.report);
  if (report === undefined) return world.violate('a report begins with its plan or its data', place.entry.join('/'));
  if (second === 'snapshot') return snapshotCreated(context, report, Number(first.slice(1)), bytes);
  if (second === 'archived') return archivedCreated(context, report, Number(first.slice(1)), bytes, actor);
  if (first === 'mail') {
    const { artefacts, revision } = decode(bytes);
    // A claim may be the commit record of the files that it is about to mail.
    if (artefacts !== undefined) {
      if (!third.startsWith('claim-')) world.violate('only a claim or an entry of its own names files', third);
      archivedCreated(context, report, Number(revision), bytes, actor);
    }
    return mailEntryCreated(context, report, second, third, bytes, actor);
  }
  if (first !== 'outcome') world.violate('every ledger key is known', place.entry.join('/'));
}

const decode = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString()) as Body;

interface SnapshotSubject {
  readonly location: LocationRef;
  readonly kind: string;
  readonly period: string;
  readonly dueAt: number;
}

function planCreated(context: WatchContext, place: EntryPlace, bytes: Uint8Array) {
  const { location = '', kind, period, start = '', end = '', due = '' } = decode(bytes) as Record<string, string>;
  const { world, reports } = context;
  world.sometimes('a report that was not made at once');
  reportBegun(context, place, location, `${kind} ${period}`, Date.parse(due));
  const begun = reports.get(place.report);
  const watched = context.places.get(location);
  if (watched === undefined || begun === undefined) return;
  const startMs = watched.clock.firstShowing(spanOfKey(place.kind, place.period).firstMs);
  if (Date.parse(start) !== startMs || Date.parse(end) !== begun.endMs) {
    world.violate('a period is what the calendar and the zone say', `${place.period}: ${start} to ${end}`);
  }
}

/** The first that the ledger hears of a report: that it is planned, or at once its data. */
function reportBegun(context: WatchContext, place: EntryPlace, location: string, named: string, dueAtMs: number) {
  const { world, reports, places, policy } = context;
  const watched = places.get(location);
  if (watched === undefined) return world.violate('a report is about a location of the fleet', location);
  const span = spanOfKey(place.kind, place.period);
  const [startMs, endMs] = [watched.clock.firstShowing(span.firstMs), watched.clock.firstShowing(span.nextMs)];
  const dueMsSaid = dueMs(watched.clock, span, policy.sendAt);
  const record = { id: place.report, location, kind: place.kind, period: place.period, dueMs: dueMsSaid, endMs };
  const known = reports.get(place.report);
  if (known === undefined) {
    reports.set(place.report, { ...record, revisions: new Map(), mails: new Map(), finishedAtMs: undefined });
  } else if (known.location !== location) world.violate('a report is about one location', location);
  const about = `${watched.zone} ${named}, due ${new Date(dueAtMs).toISOString()}`;
  if (named !== `${place.kind} ${place.period.replace('_', '/')}` || dueAtMs !== dueMsSaid) {
    world.violate('a period is what the calendar and the zone say', about);
  }
  if (world.nowMs < dueMsSaid) world.violate('nothing is planned before its time', about);
  if (place.kind !== 'daily') world.sometimes('a report on a week, a month or a cycle');
  const hours = (endMs - startMs) / 3_600_000;
  if (place.kind === 'daily' && hours !== 24) world.sometimes('a day of 23 or 25 hours');
}

function snapshotCreated(context: WatchContext, report: ReportRecord, revision: number, bytes: Uint8Array) {
  const { world } = context;
  const text = Buffer.from(bytes).toString();
  const snapshotSha256 = sha256(text.replace(/^\{"owner":"[^"]*",/, '{'));
  const snapshot = decode(bytes);
  const provisional = snapshot['provisional'] === true;
  checkSnapshotDays(context, report, snapshot);
  if (provisional) world.sometimes('a provisional report');
  const before = report.revisions.get(revision - 1);
  if (revision > 1 && before === undefined) world.violate('revisions follow each other', `${report.id} r${revision}`);
  if (before?.provisional === true && !provisional) world.sometimes('a complete report after a provisional one');
  if (report.finishedAtMs !== undefined) world.sometimes('a revision by a recheck');
  report.revisions.set(revision, { snapshotSha256, provisional, files: undefined, archivedBy: undefined });
}

function archivedCreated(
  { world, archive }: WatchContext,
  report: ReportRecord,
  revision: number,
  bytes: Uint8Array,
  actor: Actor,
) {
  const known = report.revisions.get(revision);
  if (known === undefined) return world.violate('what is archived has a snapshot', `${report.id} r${revision}`);
  const { snapshotSha256, artefacts } = decode(bytes) as {
    snapshotSha256: string;
    artefacts: Record<string, { key: string; sha256: string; bytes: number }>;
  };
  if (snapshotSha256 !== known.snapshotSha256) {
    world.violate('files are made of the stored snapshot', `${report.id} r${revision}`);
  }
  const files: Record<string, string> = {};
  for (const format of ['pdf', 'csv', 'json']) {
    const artefact = artefacts[format];
    const object = artefact === undefined ? undefined : archive().objects.get(artefact.key);
    if (artefact === undefined || object === undefined || sha256(object.bytes) !== artefact.sha256) {
      world.violate('archived means that the files are there', `${report.id} r${revision} ${format}`);
      continue;
    }
    const told = readStandIn(object.bytes);
    if (told.snapshotSha256 !== known.snapshotSha256 || told.format !== format || told.revision !== revision) {
      world.violate('PDF, CSV and JSON are of one snapshot', `${report.id} r${revision} ${format}`);
    }
    if (object.actor !== actor) world.sometimes('files of one revision by two workers');
    files[format] = artefact.sha256;
  }
  report.revisions.set(revision, { ...known, files, archivedBy: actor });
}

function finishedCreated({ world, reports }: WatchContext, id: string) {
  const report = reports.get(id);
  if (report === undefined || ![...report.revisions.values()].some(({ files }) => files !== undefined)) {
    return world.violate('finished means archived', id);
  }
  report.finishedAtMs = world.nowMs;
  for (const { attempts } of report.mails.values()) {
    const last = [...attempts.values()].at(-1);
    if (last?.isSent === false && last.eventAtMs !== undefined) world.sometimes('a doubt ended by an event');
  }
}

function keyTaken({ world }: WatchContext, key: string, bytes: Uint8Array, actor: Actor, there: SimulatedObject) {
  const isOwn = there.actor === actor && Buffer.from(there.bytes).equals(bytes);
  world.sometimes(
    isOwn ? 'a taken key that holds our own bytes (own 412)' : "a taken key that holds another's bytes (other 412)",
  );
  const entry = key.split('/').at(-1) ?? '';
  if (entry.startsWith('claim-'))
    world.sometimes(isOwn ? 'a claim whose own reply was lost' : 'twin workers at one claim');
  if (isOwn) return;
  if (entry === 'snapshot') world.sometimes('twin workers at one snapshot');
  if (entry.startsWith('event-')) world.sometimes('an event recorded by two functions');
  if (key.startsWith('ledger/v1/anchors/')) world.sometimes('two planners at one anchor');
}

const sha256 = (bytes: Uint8Array | string) => hash('sha256', bytes);
