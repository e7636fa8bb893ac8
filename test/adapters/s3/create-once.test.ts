import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../../infra/local/aws-stand-in/faults.ts';
import { createS3Store } from '../../../shared/adapters/s3/object-store.ts';
import { createS3Client } from '../../../shared/adapters/s3/s3-client.ts';
import { createOnce } from '../../../shared/application/create-once.ts';
import { startAwsWorld } from '../../support/aws-world.ts';

async function twoWriters() {
  const world = await startAwsWorld();
  const bucket = world.standIn.s3.create('ledger', { createOnlyBelow: [''] });
  const store = createS3Store({ client: createS3Client(world.access), bucket: 'ledger' });
  const pauses = { random: () => 0.5, sleep: async () => undefined };
  const claim = (owner: string) => createOnce(store, 'claim-1', Buffer.from(owner), 'application/json', pauses);
  return { ...world, bucket, claim };
}

const LOST_REPLY: FaultKind = { kind: 'reset', at: 'after' };
const CONFLICT: FaultKind = { kind: 'error', at: 'before', status: 409, code: 'ConditionalRequestConflict' };
const LATE_ERROR: FaultKind = { kind: 'error', at: 'after', status: 500, code: 'InternalError' };
const BROKEN_READ: FaultKind = { kind: 'cut' };

describe('a ledger entry in S3', () => {
  it.each<[string, readonly FaultKind[]]>([
    ['nothing', []],
    ['a lost reply', [LOST_REPLY]],
    ['a conflict', [CONFLICT]],
    ['three conflicts', [CONFLICT, CONFLICT, CONFLICT]],
    ['an error that came too late', [LATE_ERROR]],
    ['a conflict, then a lost reply', [CONFLICT, LOST_REPLY]],
  ])('belongs to its first writer, whoever comes second, after %s', async (_, faults) => {
    const { standIn, claim, bucket } = await twoWriters();
    // Each put meets the next of the faults.
    let met = 0;
    for (const [index, fault] of faults.entries()) {
      const matches = () => {
        if (index !== met) return false;
        met += 1;
        return true;
      };
      standIn.faults.add({ operation: 'PutObject', matches, ...fault });
    }

    const [first, second] = [await claim('first'), await claim('second')];

    expect([first.mine, second.mine]).toEqual([true, false]);
    expect(Buffer.from(second.bytes).toString()).toBe('first');
    expect(Buffer.from(bucket.current('claim-1')?.bytes ?? []).toString()).toBe('first');
    expect(met).toBe(faults.length);
  });

  it('belongs to exactly one of twenty who come together, half of their replies lost', async () => {
    const { standIn, claim, bucket } = await twoWriters();
    let puts = 0;
    const everySecond = () => {
      puts += 1;
      return puts % 2 === 0;
    };
    standIn.faults.add({ operation: 'PutObject', matches: everySecond, times: 10, ...LOST_REPLY });
    standIn.faults.add({ operation: 'GetObject', times: 3, ...BROKEN_READ });

    const claims = await Promise.all(Array.from({ length: 20 }, (_, index) => claim(`writer ${index}`)));

    const winners = claims.flatMap(({ mine }, index) => (mine ? [`writer ${index}`] : []));
    expect(winners).toHaveLength(1);
    expect(Buffer.from(bucket.current('claim-1')?.bytes ?? []).toString()).toBe(winners[0]);
  });
});
