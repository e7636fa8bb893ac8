import { reportStatus } from '../../../shared/application/report-status.ts';
import { resolveReport } from '../../../shared/application/resolve-report.ts';
import { MeterpostError } from '../../../shared/errors.ts';
import type { Span } from '../models/simulated-scheduler.ts';
import type { Stage } from '../stage.ts';
import { createActor } from '../world/actor.ts';

const WORKS_MS = 20 * 60_000;

/** What a person decides about a held report; undefined to leave it for another time. */
export type Decide = (random: () => number) => 'resend' | 'drop' | undefined;

export const decideByChance: Decide = (random) => (random() < 0.4 ? undefined : random() < 0.5 ? 'resend' : 'drop');

/**
 * A person at the command line, who now and then decides about held mails, and has mails resumed that were reopened and
 * not ended. What they are in the middle of can be interrupted like everything else.
 */
export function letOperatorWork(stage: Stage, everyMs: number, decide: Decide, untilMs = stage.settings.endMs): void {
  const { world } = stage;
  const again = () => {
    world.after(everyMs, again);
    world.wake();
    workOnce(stage, world.nowMs < untilMs ? decide : () => undefined).catch((error: unknown) => {
      if (!(error instanceof MeterpostError)) world.violate('no defect', String(error));
    });
  };
  world.after(everyMs, again);
}

async function workOnce({ world, plainWire, readOnlyLedger, requests }: Stage, decide: Decide): Promise<void> {
  const deadlineMs = world.nowMs + WORKS_MS;
  const actor = createActor(world, { name: 'operator', deadlineMs, onDeath: () => {} });
  const parts = plainWire(() => actor);
  for (const { state, finished, location, period } of await reportStatus(
    { ledger: readOnlyLedger },
    { openOnly: true },
  )) {
    const resume = () => requests.send({ location, period, resume: true });
    if (state === 'mailing' && finished) resume();
    const resolution = state === 'held' ? decide(world.random) : undefined;
    if (resolution === undefined) continue;
    world.sometimes(resolution === 'drop' ? 'a held mail dropped' : 'a held mail sent by order');
    await resolveReport(parts, `${location} ${period}`, resolution, 'operator');
    if (resolution === 'resend') resume();
  }
}

/** A person who sends back, now and then, whatever was set aside. */
export function letRedrive({ world, requests, dead }: Stage, everyMs: number): void {
  const again = () => {
    world.after(everyMs, again);
    for (const body of dead.takeAll()) {
      world.sometimes('a set-aside message sent back');
      requests.send(body);
    }
  };
  world.after(everyMs, again);
}

/** A person who asks through the queue, for a while, for one after the other of the reports that were planned before. */
export function letOrder({ world, context, requests }: Stage, everyMs: number, { fromMs, toMs }: Span): void {
  const again = () => {
    if (world.nowMs + everyMs < toMs) world.after(everyMs, again);
    const planned = [...context.reports.values()].filter(({ kind }) => kind !== 'digest');
    const report = planned[Math.floor(world.random() * planned.length)];
    if (report === undefined) return;
    world.sometimes('a report asked for by a person');
    requests.send({ location: report.location, period: report.period.replace('_', '/'), mail: false });
  };
  world.after(fromMs - world.nowMs, again);
}
