import type { ReportKind } from '../domain/time/period.ts';
import type { Configuration, MailFormat, MailPolicy, ReportRule, ReportSettings } from './configuration.ts';
import { recipientHash } from './keys.ts';
import type { ListedLocation } from './ports.ts';

export interface Recipient {
  readonly address: string;
  readonly hash: string;
  /** What is attached to this recipient's mails. */
  readonly formats: readonly MailFormat[];
  /** Absent where it is left to the host. */
  readonly mailPolicy?: MailPolicy;
}

/** What one location gets of one kind of report: all rules that match add up, and each address counts once. */
export interface Subscription {
  readonly kind: ReportKind;
  readonly recipients: readonly Recipient[];
  /** Of the first rule that asks for this kind; the report itself is one, whoever reads it. */
  readonly settings: ReportSettings;
}

/** The subscriptions of a location, by kind. */
export function subscriptionsOf(
  configuration: Configuration,
  listed: Pick<ListedLocation, 'ref' | 'fields'>,
): Map<ReportKind, Subscription> {
  const found = new Map<ReportKind, Subscription>();
  for (const rule of configuration.reports) {
    if (!ruleMatches(rule, listed)) continue;
    for (const kind of rule.kinds) found.set(kind, withRule(found.get(kind), kind, rule));
  }
  return found;
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
  return { kind, recipients: [...before.recipients, ...more], settings: before.settings };
}

const recipientsByRule = new WeakMap<ReportRule, readonly Recipient[]>();

/** Hashed once a rule, however many locations it matches. */
function recipientsOf(rule: ReportRule): readonly Recipient[] {
  const known = recipientsByRule.get(rule);
  if (known !== undefined) return known;
  const { formats, mailPolicy } = rule.settings;
  const wishes = { formats, ...(mailPolicy === undefined ? {} : { mailPolicy }) };
  const recipients = new Map<string, Recipient>();
  for (const address of rule.recipients) {
    const hash = recipientHash(address);
    if (!recipients.has(hash)) recipients.set(hash, { address, hash, ...wishes });
  }
  const list = [...recipients.values()];
  recipientsByRule.set(rule, list);
  return list;
}
