import * as z from 'zod';
import { parseLocalTime } from '../../domain/time/local-time.ts';
import { InvalidMailboxError, parseMailbox } from '../mime/mailbox.ts';
import { accepted } from './accepted.ts';
import { BRANDING } from './branding.ts';
import { eitherOf } from './either-of.ts';
import { EMISSION_FACTOR, TARIFF } from './tariff-schema.ts';

const mailbox = (role: string) =>
  accepted(
    (text) => parseMailbox(text, role),
    (error) => (error instanceof InvalidMailboxError ? error.message : 'is not an address'),
  );

const text = z.string().trim().min(1);
const timeOfDay = accepted(parseLocalTime, () => 'must be a time of day, HH:MM from 00:00 to 23:59');
const locale = accepted(
  (tag) => new Intl.Locale(tag),
  () => 'must be a language tag such as en-US, de-DE or fr',
);
const kind = z.enum(['daily', 'weekly', 'monthly', 'cycle']);
const hours = z.number().min(0).max(2400);
const days = z.number().min(0).max(3660);
const perKind = (amount: z.ZodNumber) =>
  z.strictObject({ daily: amount, weekly: amount, monthly: amount, cycle: amount }).partial();

const WHICH_NAME = 'must begin with a letter or digit and go on with those, - and _ (at most 64 characters)';
const plainName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, WHICH_NAME);
const id = text.refine((value) => !value.includes('/'), 'must not contain a /');

/** An address alone, or with a language of its own; whichever is written is the one whose faults are told. */
const recipient = eitherOf(
  mailbox('recipient'),
  z.strictObject({ address: mailbox('recipient'), locale: locale.optional() }),
);

/** Settings of `defaults`, any of which a rule may give for itself. */
const settings = {
  locale,
  formats: z.array(z.enum(['pdf', 'csv', 'json'])),
  csv: z.enum(['standard', 'european']),
  dailyAt: timeOfDay,
  weeklyAt: timeOfDay,
  monthlyAt: timeOfDay,
  cycleAt: timeOfDay,
  maxWaitHours: perKind(hours),
  mailUpToDaysOld: perKind(days),
  recheckDays: z.array(z.int().min(1).max(366)),
  mailRevisions: z.boolean(),
  cycleStartDay: z.int().min(1).max(31),
  comparisons: z.strictObject({ previous: z.boolean(), lastYear: z.boolean() }).partial(),
  /** Null takes away what the defaults have. */
  tariff: z.string().nullable(),
  emissionFactor: z.string().nullable(),
  branding: BRANDING,
  mailPolicy: z.enum(['atLeastOnce', 'atMostOnce']),
};
const settingsSchema = z.strictObject(settings).partial();

/** The file as people write it. */
export const CONFIGURATION_FILE = z.strictObject({
  version: z.literal(1),
  sources: z
    .record(plainName, z.looseObject({ kind: z.string(), fleets: z.array(id).min(1) }))
    .refine((sources) => Object.keys(sources).length > 0, 'must name at least one source'),
  sender: z.strictObject({
    from: mailbox('sender'),
    replyTo: mailbox('reply').optional(),
    organization: text,
  }),
  operator: z.strictObject({ recipients: z.array(mailbox('operator')) }).optional(),
  tariffs: z.record(plainName, TARIFF).default({}),
  emissionFactors: z.record(plainName, EMISSION_FACTOR).default({}),
  defaults: settingsSchema.default({}),
  reports: z.array(
    settingsSchema.extend({
      match: z
        .object({
          source: z.string(),
          fleet: z.string(),
          // A rule that narrows by fields alone is about all locations that have them.
          locations: z
            .union([z.literal('*'), z.array(id).min(1)], 'must be "*" or a list of location ids')
            .default('*'),
        })
        .catchall(z.string()),
      kinds: z.array(kind).min(1),
      recipients: z.array(recipient),
      recipientsFromSource: z.array(id).optional(),
    }),
  ),
});

export type ConfigurationFile = z.output<typeof CONFIGURATION_FILE>;
export type SettingsInFile = z.output<typeof settingsSchema>;
