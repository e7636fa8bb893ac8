import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault as AwsFault } from '../../infra/local/aws-stand-in/faults.ts';
import type { Fault } from '../../infra/local/simulator/faults/fault.ts';
import type { FleetSimulator } from '../../infra/local/simulator/start-fleet-simulator.ts';
import { CANARY, canaryHouse, TELLTALE, tracesIn } from '../support/canaries.ts';
import { configurationFor, startFleet } from '../support/fleet-on-loopback.ts';
import { type FunctionsFromSource, openFunctionsFromSource } from '../support/functions-from-source.ts';

/** What a place's own answers may be like; each strikes another house. */
const AT_A_HOUSE: readonly Fault[] = [
  ...[400, 401, 403, 404, 429, 500].map(
    (status): Fault => ({ kind: 'status', status, body: TELLTALE, path: 'aggregate' }),
  ),
  { kind: 'status', status: 200, body: `<html>${TELLTALE}`, path: 'historical' },
  { kind: 'status', status: 200, body: TELLTALE, path: 'register' },
  { kind: 'status', status: 200, body: TELLTALE.slice(0, 50), path: 'metadata' },
  { kind: 'redirect', to: `https://${CANARY.owner}/?${encodeURIComponent(CANARY.address)}`, path: 'aggregate' },
  { kind: 'edit', path: 'aggregate', edit: (body) => ({ ...(body as object), results: [TELLTALE] }) },
  { kind: 'edit', path: 'historical', edit: (body) => ({ ...(body as object), next: `/${CANARY.owner}` }) },
  { kind: 'unknown-register', id: 'new-register', energyKWh: 1 },
  { kind: 'time-zone', timeZone: 'Mars/Olympus' },
  { kind: 'label', label: '=cmd|canary\r\nBcc: x@elsewhere.example' },
  { kind: 'silent-hub', hub: 'huba' },
  { kind: 'truncated', announced: 'full', path: 'historical' },
  { kind: 'reset', path: 'aggregate' },
];
const HOUSES = Array.from({ length: AT_A_HOUSE.length + 8 }, (_, index) => `h${10 + index}`);

/** What the fleet as a whole may answer, and its token endpoint. */
const LIST = /\/curb\/location$/;
const AT_THE_DOOR: readonly Fault[] = [
  ...[400, 401, 403, 404].map((status): Fault => ({ kind: 'status', status, body: TELLTALE, path: LIST })),
  { kind: 'edit', path: LIST, edit: () => ({ results: [TELLTALE], next: `//${CANARY.owner}/` }) },
  { kind: 'status', status: 500, body: TELLTALE, path: LIST },
  { kind: 'status', status: 401, body: TELLTALE, path: '/oauth/token' },
];

/** A refusal of AWS that repeats everything. */
const refusal = (target: Pick<AwsFault, 'service' | 'operation'>, status: number, code: string): AwsFault => ({
  ...target,
  ...{ kind: 'error', at: 'before', status, code, message: TELLTALE, times: 3 },
});
const AT_AWS: readonly AwsFault[] = [
  refusal({ service: 'sqs' }, 400, CANARY.owner),
  refusal({ service: 'secretsmanager' }, 400, 'AccessDeniedException'),
];
const AT_S3: readonly AwsFault[] = [
  refusal({ service: 's3', operation: 'GetObject' }, 403, 'AccessDenied'),
  refusal({ service: 's3', operation: 'PutObject' }, 403, 'AccessDenied'),
  refusal({ service: 's3', operation: 'PutObject' }, 500, CANARY.owner),
  refusal({ service: 's3', operation: 'ListObjectsV2' }, 503, 'SlowDown'),
];
const SEND = { service: 'ses', operation: 'SendRawEmail' } as const;
const AT_SES: readonly AwsFault[] = [
  ...['MessageRejected', 'MailFromDomainNotVerified', 'Throttling', CANARY.owner].map((code) =>
    refusal(SEND, 400, code),
  ),
  refusal(SEND, 500, 'InternalFailure'),
  { ...SEND, kind: 'reset', at: 'after' },
];

/** All of these come of it. */
const TROUBLES = [
  'SourceAccessError',
  'UnexpectedPayloadError',
  'SourceUnavailableError',
  'invalid_location',
  'StoreError',
  'MessageRejected',
  'Throttling',
];

let functions: FunctionsFromSource;
let fleet: FleetSimulator;

beforeAll(async () => {
  functions = await openFunctionsFromSource();
  fleet = await startFleet([{ id: 'curb', locations: HOUSES.map(canaryHouse) }]);
  const [rule] = configurationFor(fleet, ['curb']).reports;
  functions.configure(
    configurationFor(fleet, ['curb'], { reports: [{ ...rule, kinds: ['daily'], recipients: [CANARY.owner] }] }),
  );
}, 60_000);
afterAll(async () => {
  await functions.close();
  await fleet.close();
});

/** One for each call: a fault alone would strike the first, and so would all the others. */
function inTurn(all: readonly AwsFault[]): AwsFault[] {
  const calls: unknown[] = [];
  const turnOf = (call: unknown) => (calls.includes(call) ? calls.indexOf(call) : calls.push(call) - 1);
  return all.map((fault, turn) => ({
    ...fault,
    times: 1,
    matches: (call) => call.operation === 'SendRawEmail' && turnOf(call) === turn,
  }));
}

describe('what the functions print, answer, ask for and store', () => {
  it('names nobody, whatever goes wrong', async () => {
    const { faults, ses, secrets } = functions.standIn;
    for (const fault of AT_THE_DOOR) {
      fleet.setFaults([fault]);
      await functions.invoke('plan-reports', {});
      // A process remembers for a while who did not answer, and uses its token.
      if (AT_THE_DOOR.indexOf(fault) >= 5) await functions.restart('plan-reports');
    }
    fleet.setFaults([]);
    for (const fault of AT_AWS) {
      faults.add(fault);
      await functions.invoke('plan-reports', {});
      faults.clear();
    }
    const right = secrets.read('source-curb', 'AWSCURRENT').text;
    secrets.put('source-curb', TELLTALE);
    await functions.invoke('plan-reports', {});
    secrets.put('source-curb', right);
    for (const fault of AT_S3) {
      faults.add(fault);
      await functions.invoke('plan-reports', {});
      await functions.invoke('make-report', { location: `curb/curb/${HOUSES.at(-1)}`, period: '2026-09', mail: false });
      faults.clear();
    }

    functions.standIn.sqs.named('reports').purge();
    await functions.restart('plan-reports');
    fleet.setFaults(AT_A_HOUSE.map((fault, index) => ({ ...fault, location: HOUSES[index] ?? '' })));
    for (const fault of inTurn(AT_SES)) faults.add(fault);
    await functions.tick();
    for (const [type, mail] of ses.sent
      .slice(0, 3)
      .map((sent, index) => [['Bounce', 'Complaint', 'Reject'][index], sent] as const)) {
      ses.publish(type as 'Bounce', mail, undefined);
    }
    functions.standIn.sqs.named('events').send({ body: TELLTALE, attributes: {} });
    functions.standIn.sqs.named('reports').send({ body: TELLTALE, attributes: {} });
    fleet.setFaults([]);
    await functions.tick();
    await functions.invoke('make-report', {
      location: `curb/curb/${CANARY.owner}`,
      period: CANARY.owner,
      to: CANARY.owner,
    });
    await functions.invoke('make-report', { location: 'curb/curb/nobody', period: '2026-09' });

    const { output, answers, messages, keys, tags } = functions.shown();
    expect(tracesIn(output)).toEqual([]);
    expect(tracesIn(answers)).toEqual([]);
    // What strangers put into the queues is theirs.
    expect(tracesIn(messages.replaceAll(TELLTALE, '').replaceAll(CANARY.owner, ''))).toEqual([]);
    expect(tracesIn(keys)).toEqual([]);
    expect(tracesIn(tags)).toEqual([]);
    expect(tracesIn(functions.ledger())).toEqual([]);
    // All of it did happen: mails went out, were refused and stayed in doubt, and each kind of trouble was told.
    expect(ses.sent.length).toBeGreaterThan(10);
    const told = output + answers + functions.ledger();
    expect(TROUBLES.filter((code) => !told.includes(code))).toEqual([]);
    expect(output).toMatch(/"_aws":/);
  }, 180_000);

  it('leaves subjects without addresses, and mails without anybody but their reader', async () => {
    const { sent } = functions.standIn.ses;
    expect(sent.length).toBeGreaterThan(0);
    for (const { raw, destinations } of sent) {
      expect(destinations).toEqual([CANARY.owner]);
      const mail = await PostalMime.parse(raw);
      expect(mail.to).toEqual([{ name: '', address: CANARY.owner }]);
      expect([mail.cc ?? [], mail.bcc ?? []]).toEqual([[], []]);
      for (const secret of [CANARY.address, CANARY.postcode, CANARY.geocode, CANARY.owner, CANARY.organization]) {
        expect(mail.subject).not.toContain(secret);
      }
    }
  });
});
