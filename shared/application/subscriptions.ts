import type { ReportKind } from '../domain/time/period.ts';
import type { Configuration, CsvFlavour, MailFormat, MailPolicy, ReportRule, ReportSettings } from './configuration.ts';
import { customersOf, type UnreachableCustomers } from './customers.ts';
import { recipientHash } from './keys.ts';
import type { ListedLocation } from './ports.ts';

export interface Recipient {
  readonly address: string;
  readonly hash: string;
  /** Set for a customer whom the source connects to the location: who it is, whatever the address. Absent for those of the configuration. */
  readonly customer?: string;
  /** What is attached to this recipient's mails. */
  readonly formats: readonly MailFormat[];
  /** Absent where it is left to the host. */
  readonly mailPolicy?: MailPolicy;
  /** BCP 47 tag of the mail and its files; absent for the language of the report itself. */
  readonly locale?: string;
  /** Absent for the standard one. */
  readonly csv?: CsvFlavour;
}

/** What one location gets of one kind of report: all rules that match add up, and each address counts once. */
export interface Subscription {
  readonly kind: ReportKind;
  readonly recipients: readonly Recipient[];
  /** Of the first rule that asks for this kind; the report itself is one, whoever reads it. */
  readonly settings: ReportSettings;
  /** Set where the location's own customers are asked for whom nobody can write to, by the reason. */
  readonly unreachable?: UnreachableCustomers;
}

/** Who a mail is for, in keys: a customer stays the same when the address changes. */
export const readerId = ({ customer, hash }: Recipient): string => customer ?? hash;

/**
 * The subscriptions of a location, by kind. Whoever the configuration names gets the report; where it names nobody, the
 * location's own customers do, if a rule lists the location for that.
 */
export function subscriptionsOf(
  configuration: Configuration,
  listed: Pick<ListedLocation, 'ref' | 'fields' | 'contacts'>,
): Map<ReportKind, Subscription> {
  const found = new Map<ReportKind, Subscription>();
  const asksSource = new Map<ReportKind, ReportRule>();
  for (const rule of configuration.reports) {
    if (!ruleMatches(rule, listed)) continue;
    for (const kind of rule.kinds) {
      found.set(kind, withRule(found.get(kind), kind, rule));
      if (listsCustomersOf(rule, listed.ref) && !asksSource.has(kind)) asksSource.set(kind, rule);
    }
  }
  for (const [kind, rule] of asksSource) {
    const subscription = found.get(kind);
    if (subscription === undefined || subscription.recipients.length > 0) continue;
    const { recipients, unreachable } = customersAsReaders(rule, listed);
    const readers = { recipients: inTheirLocale(recipients, rule, subscription.settings) };
    found.set(kind, { ...subscription, ...readers, ...(unreachable === undefined ? {} : { unreachable }) });
  }
  return found;
}

/** False where no rule lists a location's customers, so that nobody has to ask who they are. */
export function mayMailCustomersOf({ reports }: Configuration, ref: ListedLocation['ref']): boolean {
  return reports.some(
    (rule) => rule.match.source === ref.source && rule.match.fleet === ref.fleet && listsCustomersOf(rule, ref),
  );
}

const listsCustomersOf = ({ recipientsFromSource = [] }: ReportRule, { id }: ListedLocation['ref']) =>
  recipientsFromSource.includes(id);

function customersAsReaders(
  rule: ReportRule,
  { ref, contacts = [] }: Pick<ListedLocation, 'ref' | 'contacts'>,
): Pick<Subscription, 'recipients' | 'unreachable'> {
  const { reachable, withoutAddress, invalidAddress } = customersOf(ref, contacts);
  const recipients = reachable.map((customer) => ({ ...customer, ...wishesOf(rule) }));
  if (withoutAddress + invalidAddress === 0) return { recipients };
  return { recipients, unreachable: { withoutAddress, invalidAddress } };
}

/** What a location without a rule of its own gets on demand: the defaults, and nobody to mail to. */
export function defaultSubscription(configuration: Configuration, kind: ReportKind): Subscription {
  return { kind, recipients: [], settings: configuration.defaults };
}

export function ruleMatches(rule: ReportRule, listed: Pick<ListedLocation, 'ref' | 'fields'>): boolean {
  const { match } = rule;
  if (match.source !== listed.ref.source || match.fleet !== listed.ref.fleet) return false;
  if (match.locations !== '*' && !match.locations.includes(listed.ref.id)) return false;
  return Object.entries(match.fields).every(([name, value]) => listed.fields[name] === value);
}

function withRule(before: Subscription | undefined, kind: ReportKind, rule: ReportRule): Subscription {
  if (before === undefined) return { kind, recipients: recipientsOf(rule), settings: rule.settings };
  const known = new Set(before.recipients.map(({ hash }) => hash));
  const more = recipientsOf(rule).filter(({ hash }) => !known.has(hash));
  const readers = [...before.recipients, ...inTheirLocale(more, rule, before.settings)];
  return { kind, recipients: readers, settings: before.settings };
}

const recipientsByRule = new WeakMap<ReportRule, readonly Recipient[]>();

/** Hashed once a rule, however many locations it matches. */
function recipientsOf(rule: ReportRule): readonly Recipient[] {
  const known = recipientsByRule.get(rule);
  if (known !== undefined) return known;
  const wishes = wishesOf(rule);
  const recipients = new Map<string, Recipient>();
  for (const named of rule.recipients) {
    const { address, ...own } = typeof named === 'string' ? { address: named } : named;
    const hash = recipientHash(address);
    if (!recipients.has(hash)) recipients.set(hash, { address, hash, ...wishes, ...own });
  }
  const list = [...recipients.values()];
  recipientsByRule.set(rule, list);
  return list;
}

function wishesOf({ settings }: ReportRule): Pick<Recipient, 'formats' | 'mailPolicy' | 'csv'> {
  const { formats, mailPolicy, csv } = settings;
  return {
    formats,
    ...(mailPolicy === undefined ? {} : { mailPolicy }),
    ...(csv === undefined ? {} : { csv }),
  };
}

/** Readers without a language of their own read that of their rule, where the report itself is in another one. */
function inTheirLocale(readers: readonly Recipient[], rule: ReportRule, report: ReportSettings): readonly Recipient[] {
  const { locale } = rule.settings;
  return locale === report.locale ? readers : readers.map((reader) => ({ locale, ...reader }));
}
