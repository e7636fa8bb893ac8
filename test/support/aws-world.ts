import { onTestFinished } from 'vitest';
import { type AwsStandIn, startAwsStandIn } from '../../infra/local/aws-stand-in/aws-stand-in.ts';
import type { AwsAccess } from '../../shared/adapters/aws/aws-access.ts';
import type { Clock } from '../../shared/application/ports.ts';
import { instantFromMs, parseInstant } from '../../shared/domain/time/instant.ts';

/** AWS on loopback, how to reach it, and the clock that both sides go by. */
export interface AwsWorld {
  readonly standIn: AwsStandIn;
  readonly access: AwsAccess;
  readonly clock: Clock & { advance(ms: number): void };
  dispose(): Promise<void>;
}

export const TEST_CREDENTIALS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'canary-secret-key' };

/** A stand-in of its own for whoever calls; it has to be disposed of. */
export async function openAwsWorld(): Promise<AwsWorld> {
  let epochMs: number = parseInstant('2026-11-20T12:00:00.250Z');
  const clock = {
    now: () => instantFromMs(epochMs),
    advance: (ms: number) => {
      epochMs += ms;
    },
  };
  const standIn = await startAwsStandIn({ now: clock.now });
  const access = { region: 'us-east-1', credentials: TEST_CREDENTIALS, endpoint: standIn.endpoint };
  return { standIn, access, clock, dispose: () => standIn.close() };
}

/** A stand-in that is gone when the test is. */
export async function startAwsWorld(): Promise<AwsWorld> {
  const world = await openAwsWorld();
  onTestFinished(() => world.dispose());
  return world;
}
