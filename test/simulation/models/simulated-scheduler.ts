import type { World } from '../world/world.ts';

/** A stretch of virtual time; the end is outside. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface ScheduleSettings {
  readonly firstMs: number;
  readonly everyMs: number;
  /** Stretches in which no tick happens at all. */
  readonly outages: readonly Span[];
}

const MAX_LATENESS_MS = 60_000;
const VERY_LATE_MS = 14 * 60_000;

/** EventBridge Scheduler: a tick up to a minute late, at times twice, at times never. */
export function scheduleTicks(world: World, settings: ScheduleSettings, tick: () => void): void {
  const { firstMs, everyMs, outages } = settings;
  const next = (atMs: number) => {
    world.after(atMs - world.nowMs, () => {
      next(atMs + everyMs);
      if (isWithin(outages, atMs)) return world.sometimes('a tick that an outage swallowed');
      const fault = world.operation('tick', '');
      if (fault === 'drop') return world.sometimes('a tick lost');
      world.after(MAX_LATENESS_MS * world.random() ** 4, tick);
      if (fault === 'repeat') {
        world.sometimes('a tick doubled');
        world.after(MAX_LATENESS_MS * world.random(), tick);
      }
      if (fault === 'late') {
        world.sometimes('a tick very late');
        world.after(VERY_LATE_MS * world.random(), tick);
      }
    });
  };
  next(firstMs);
}

export function isWithin(spans: readonly Span[], atMs: number): boolean {
  return spans.some(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs);
}
