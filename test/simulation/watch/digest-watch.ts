import type { Actor } from '../world/actor.ts';
import { mailEntryCreated } from './mail-entry-watch.ts';
import type { WatchContext } from './watch-context.ts';

/** The id under which a digest is kept among the reports. */
export const digestId = (date: string, number: string) => `digest ${date} ${number}`;

export function unmailedCreated({ digests, reports, world }: WatchContext, report: string) {
  if (!reports.has(report)) world.violate('what came too late is a report', report);
  world.sometimes('a mail too old to be sent');
  digests.unmailed.set(report, (digests.unmailed.get(report) ?? 0) + 1);
}

/** Checks the entries of one digest: what it tells of is fixed first, and nothing is told of twice. */
export function digestEntryCreated(
  context: WatchContext,
  date: string,
  number: string,
  [first = '', second = '', third = '']: readonly string[],
  bytes: Uint8Array,
  actor: Actor,
) {
  const { world, reports, digests } = context;
  const id = digestId(date, number);
  if (first === 'plan') {
    const { reports: told } = JSON.parse(Buffer.from(bytes).toString()) as { reports: string[] };
    for (const report of told) {
      digests.told.set(report, (digests.told.get(report) ?? 0) + 1);
      if (digests.told.get(report) !== 1) world.violate('a late report is told of once', report);
      if (!digests.unmailed.has(report)) world.violate('a digest tells of what came too late', report);
    }
    const place = { id, location: 'operators', kind: 'digest', period: date, dueMs: 0, endMs: 0 };
    reports.set(id, { ...place, revisions: new Map(), mails: new Map(), finishedAtMs: undefined });
    world.sometimes('a digest for the operators');
    return;
  }
  const digest = reports.get(id);
  if (digest === undefined) return world.violate('a digest begins with its plan', id);
  if (first === 'mail') mailEntryCreated(context, digest, second, third, bytes, actor);
  else if (first !== 'outcome') world.violate('every ledger key is known', `${id} ${first}`);
}
