import { describe, expect, it } from 'vitest';
import { guardSource } from '../../shared/application/guarded-source.ts';
import type { Measurement } from '../../shared/application/metrics.ts';
import type { EnergySource } from '../../shared/application/ports.ts';
import { type Instant, parseInstant } from '../../shared/domain/time/instant.ts';
import { SourceUnavailableError } from '../../shared/errors.ts';
import { createInMemoryStore } from '../support/in-memory-store.ts';

const MINUTE_MS = 60_000;

/** Several processes over one ledger, and a source that can be taken down for some locations or for all. */
function aWorld() {
  const world = {
    now: parseInstant('2026-11-20T06:00:00Z'),
    calls: 0,
    isDown: (_id: string | undefined) => false as boolean,
  };
  const clock = { now: () => world.now };
  const ledger = createInMemoryStore(clock);
  const ask = (id: string | undefined) => {
    world.calls += 1;
    if (world.isDown(id)) throw new SourceUnavailableError('no answer');
  };
  const source: EnergySource = {
    async listLocations() {
      ask(undefined);
      return { locations: [], incompleteBecause: undefined };
    },
    async openLocation(ref) {
      ask(ref.id);
      return { location: { ...ref } as never, fields: {}, readDay: async () => ({}) as never };
    },
  };
  let owners = 0;
  const newOwner = () => {
    owners += 1;
    return `owner-${owners}`;
  };
  const measured: Measurement[] = [];
  const metrics = (one: Measurement) => void measured.push(one);
  const pauses = { random: () => 0.5, sleep: async () => {} };
  const aProcess = () => guardSource(source, 'curb', { ledger, clock, newOwner, pauses, metrics });
  const pass = (minutes: number) => {
    world.now = (world.now + minutes * MINUTE_MS) as Instant;
  };
  return { world, aProcess, pass, ledger, measured };
}

const open = (source: EnergySource, id: string) =>
  source.openLocation({ source: 'curb', fleet: 'curb', id }).then(
    () => 'answered',
    (error: Error) => error.message,
  );

const listed = (source: EnergySource) =>
  source.listLocations('curb').then(
    () => 'answered',
    (error: Error) => error.message,
  );

describe('a source that all processes guard together', () => {
  it('costs few calls in an outage of six hours, and is asked again within an hour of its recovery', async () => {
    const { world, aProcess, pass } = aWorld();
    const planner = aProcess();
    const workers = [aProcess(), aProcess(), aProcess()];
    world.isDown = () => true;
    for (let minute = 0; minute < 360; minute += 15) {
      await listed(planner);
      for (const worker of workers) for (const id of ['a', 'b', 'c', 'd']) await open(worker, id);
      pass(15);
    }
    expect(world.calls).toBeLessThanOrEqual(12);

    world.isDown = () => false;
    const answers: string[] = [];
    for (let minute = 0; minute <= 60; minute += 15) {
      answers.push(await listed(planner));
      pass(15);
    }
    expect(answers).toContain('answered');
    expect(await open(workers[0] ?? planner, 'a')).toBe('answered');
  });

  it('is not left alone because of one location', async () => {
    const { world, aProcess } = aWorld();
    world.isDown = (id) => id === 'bad';
    const worker = aProcess();
    for (let n = 0; n < 10; n += 1) expect(await open(worker, 'bad')).toBe('no answer');

    expect(await open(worker, 'good')).toBe('answered');
  });

  it('is left alone by every process once three locations failed in a row', async () => {
    const { world, aProcess, measured } = aWorld();
    world.isDown = () => true;
    const [first, second] = [aProcess(), aProcess()];
    for (const id of ['a', 'b', 'c']) await open(first, id);
    const { calls } = world;
    expect(measured).toEqual([]);

    expect(await open(second, 'd')).toContain('is left alone until 2026-11-20T06:15:00Z');
    expect(world.calls).toBe(calls);
    expect(measured).toEqual([{ name: 'BreakerOpen', value: 1 }]);
  });

  it('lets one process try when the pause is over', async () => {
    const { world, aProcess, pass } = aWorld();
    world.isDown = () => true;
    const processes = [aProcess(), aProcess(), aProcess()];
    await listed(processes[0] ?? aProcess());
    pass(16);
    const { calls } = world;
    await Promise.all(processes.map((source) => listed(source)));

    expect(world.calls).toBe(calls + 1);
  });

  it('writes nothing while all is well', async () => {
    const { aProcess, ledger } = aWorld();
    await listed(aProcess());
    await open(aProcess(), 'a');

    expect(ledger.objects.size).toBe(0);
  });
});
