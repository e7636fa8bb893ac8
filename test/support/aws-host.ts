import type { SimulatedFleet } from '../../infra/local/simulator/simulated-fleet.ts';
import type { FleetSimulator } from '../../infra/local/simulator/start-fleet-simulator.ts';
import { type DeployedStack, deployLocally } from './deployed-stack.ts';
import { configurationFor, startFleet, storeConfiguration } from './fleet-on-loopback.ts';
import type { LambdaHost } from './lambda-host.ts';
import type { SynthesisedStack } from './synthesised-stack.ts';

/** An installation on loopback from the schedule's tick to the mail's events, with a simulated fleet as its source. */
export interface AwsHost {
  readonly deployed: DeployedStack;
  readonly fleet: FleetSimulator;
  readonly configuration: object;
  /** One process of each function, started when it is first needed. */
  readonly plan: LambdaHost;
  readonly make: LambdaHost;
  readonly record: LambdaHost;
  /** A tick, and everything that comes of it. */
  tick(): Promise<unknown>;
  archive(): ReadonlyMap<string, Uint8Array>;
  ledger(): ReadonlyMap<string, Uint8Array>;
  /** Everything that the three processes have printed. */
  output(): string;
  close(): Promise<void>;
}

export async function openAwsHost(stack: SynthesisedStack, fleets: readonly SimulatedFleet[]): Promise<AwsHost> {
  const fleet = await startFleet(fleets);
  const deployed = await deployLocally(stack);
  const configuration = configurationFor(
    fleet,
    fleets.map(({ id }) => id),
  );
  storeConfiguration(deployed, configuration);
  const plan = await deployed.start('PlanReports');
  const make = await deployed.start('MakeReport');
  const record = await deployed.start('RecordMailEvent');
  const objects = (name: string) => {
    const bucket = deployed.standIn.s3.named(deployed.nameOf(name));
    return new Map(bucket.keys().map((key) => [key, bucket.current(key)?.bytes ?? new Uint8Array()]));
  };
  return {
    deployed,
    fleet,
    configuration,
    plan,
    make,
    record,
    async tick() {
      const { answer, error } = await plan.invoke({ scheduledTime: new Date().toISOString() });
      if (error !== undefined) throw new Error(error.errorMessage);
      await deployed.carry('ReportRequestsQueue', make, 1);
      await deployed.carry('MailEventsQueue', record, 10);
      return answer;
    },
    archive: () => objects('Archive'),
    ledger: () => objects('Ledger'),
    output: () => [plan, make, record].map((host) => host.output()).join('\n'),
    async close() {
      await deployed.close();
      await fleet.close();
    },
  };
}
