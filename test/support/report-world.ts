import type { Configuration, ReportRule, ReportSettings } from '../../shared/application/configuration.ts';
import { createFactsArchive } from '../../shared/application/facts-archive.ts';
import { openOnce, type RequestParts } from '../../shared/application/fulfil-request.ts';
import type { PlanParts } from '../../shared/application/plan-reports.ts';
import type {
  EnergySource,
  LocationReader,
  MailComposer,
  ReportRenderer,
  SourceContact,
} from '../../shared/application/ports.ts';
import type { Location } from '../../shared/domain/location.ts';
import { type Instant, parseInstant } from '../../shared/domain/time/instant.ts';
import { parseTimeZone } from '../../shared/domain/time/time-zone.ts';
import { UnknownLocationError } from '../../shared/errors.ts';
import { createInMemoryStore } from './in-memory-store.ts';
import { aRegister, type MeteredRegister, readingsOf } from './readings-builder.ts';
import { createRecordingMailer, type RecordingMailer } from './recording-mailer.ts';

const SETTINGS: ReportSettings = {
  locale: 'en-US',
  formats: ['pdf', 'csv'],
  sendAt: { daily: '06:00', weekly: '06:00', monthly: '06:00', cycle: '06:00' },
  maxWaitHours: { daily: 12, weekly: 24, monthly: 48, cycle: 48 },
  mailUpToDaysOld: { daily: 3, weekly: 14, monthly: 45, cycle: 45 },
  recheckDays: [1, 3, 7],
  mailRevisions: false,
  cycleStartDay: 1,
  comparisons: { previous: true, lastYear: true },
  tariff: null,
  emissionFactor: null,
};

/** A rule for every location of the one fleet, daily and monthly, to one recipient. */
export function aRule(over: Partial<ReportRule> = {}): ReportRule {
  return {
    match: { source: 'fleet', fleet: 'demo', locations: '*', fields: {} },
    kinds: ['daily', 'monthly'],
    recipients: ['owner@example.com'],
    settings: SETTINGS,
    ...over,
  };
}

export function aLocation(id: string, zone = 'America/Chicago'): Location {
  return {
    source: 'fleet',
    fleet: 'demo',
    id,
    label: `Home ${id}`,
    timeZone: parseTimeZone(zone),
    city: null,
    state: null,
    country: null,
  };
}

/** What the source says of a day: registers with their power, or an error that reading it throws. */
export type DayScript = (location: Location, date: string) => MeteredRegister[] | Error;

const PLAIN_HOUSE: DayScript = () => [
  { register: aRegister('m', 'main'), powerW: 1000 },
  { register: aRegister('c', 'circuit'), powerW: 400 },
];

/** The real use cases over stores in memory, a scripted source and a recording mailer, on a clock that the test sets. */
export function aWorld({ locations = [aLocation('a')], rules = [aRule()], mailer = createRecordingMailer() } = {}) {
  const world = {
    now: parseInstant('2026-11-20T12:00:00Z'),
    script: PLAIN_HOUSE,
    daysRead: [] as string[],
    mailer: mailer as RecordingMailer,
    /** Who lives where, by the location's id; a source that does not know has nobody here. */
    contacts: new Map<string, readonly SourceContact[]>(),
  };
  const clock = { now: () => world.now };
  const store = createInMemoryStore(clock);
  const contactsOf = ({ id }: Location) => {
    const contacts = world.contacts.get(id);
    return contacts === undefined ? {} : { contacts };
  };
  const source: EnergySource = {
    async listLocations() {
      return {
        locations: locations.map((location) => ({
          ref: location,
          fields: { label: location.label },
          location,
          ...contactsOf(location),
        })),
        incompleteBecause: undefined,
      };
    },
    async openLocation(ref) {
      const location = locations.find(({ id }) => id === ref.id);
      if (location === undefined) throw new UnknownLocationError(`${ref.id} is not in the fleet.`);
      return readerOf(location);
    },
  };
  const readerOf = (location: Location): LocationReader => ({
    location,
    fields: { label: location.label },
    ...contactsOf(location),
    async readDay(day) {
      world.daysRead.push(`${location.id} ${day.date}`);
      const scripted = world.script(location, day.date);
      if (scripted instanceof Error) throw scripted;
      return readingsOf(day, scripted);
    },
  });
  const configuration: Configuration = {
    sources: { fleet: { kind: 'scripted', fleets: ['demo'], settings: {} } },
    sender: { from: 'Reports <reports@example.com>', replyTo: null, organization: 'Example Energy' },
    operators: [],
    defaults: SETTINGS,
    reports: rules,
  };
  const sources = new Map([['fleet', source]]);
  const pauses = { random: () => 0.5, sleep: async () => {} };
  let owners = 0;
  const shared = {
    ledger: store,
    archive: store,
    clock,
    pauses,
    configuration,
    newOwner: () => {
      owners += 1;
      return `owner-${owners}`;
    },
  };
  const plan: PlanParts = { ...shared, sources };
  const parts = (): RequestParts => ({
    ...shared,
    renderer: plainRenderer,
    composer: plainComposer,
    facts: createFactsArchive({ archive: store, ledger: store, pauses }),
    mailer: world.mailer,
    sender: configuration.sender,
    doubtDeadlineMs: 3_600_000,
    whenInDoubt: 'resend',
    timeZoneDatabase: 'test',
    openLocation: openOnce(sources),
  });
  return { world, store, plan, parts, at: (text: string): Instant => (world.now = parseInstant(text)) };
}

const plainRenderer: ReportRenderer = {
  render: async (report, format) =>
    Buffer.from(
      `${format} of ${report.location.id} ${report.period} r${report.revision}: ${report.totals.consumption.energyKWh}`,
    ),
};

const plainComposer: MailComposer = {
  compose: (report) => ({
    subject: `${report.location.label} ${report.period}`,
    text: 'text',
    html: '<p>html</p>',
    language: 'en',
  }),
  attachmentName: (report, format) => `${report.period}.${format}`,
};
