import * as z from 'zod';
import { id, list, text } from '../http/wire-fields.ts';

// The API's answers, spelled as the API spells them. What a report does not need is not asked for.

const MAX_ENTRIES_A_PAGE = 10_000;
const MAX_ROWS = 10_000;
const MAX_SERIES = 1_000;
/** More than any site can have moved in a quarter of an hour, in Wh, or any estimate may say in pounds. */
const MAX_AMOUNT = 10_000_000;

const degrees = z.number().min(-180).max(180).nullish().catch(null);

const devices = z.array(z.object({ type: text })).max(MAX_ENTRIES_A_PAGE);
const customers = z.array(z.object({ id, email: z.string().max(1_000).nullish() })).max(MAX_ENTRIES_A_PAGE);

export const wireSite = z.object({
  id,
  name: text,
  referenceId: text,
  /** Undefined where the API does not say, or not in a way that can be read. */
  devices: devices.nullish().catch(undefined),
  connectedCustomers: customers.nullish().catch(undefined),
  location: z
    .object({
      city: text,
      state: text,
      postalCode: text,
      country: text,
      latitude: degrees,
      longitude: degrees,
    })
    .nullish()
    .catch(null),
  utility: z.object({ name: text }).nullish().catch(null),
});
export type WireSite = z.infer<typeof wireSite>;

export const wireCustomer = z.object({
  id,
  email: z.string().max(1_000).nullish(),
  connectedSiteIds: z.array(id).max(MAX_ENTRIES_A_PAGE),
});
export type WireCustomer = z.infer<typeof wireCustomer>;

const instant = z.string().max(100).nullish();

export const wireAlert = z.object({
  id,
  severity: text,
  status: text,
  title: text,
  siteId: text,
  createdAt: instant,
  updatedAt: instant,
  ignoredAt: instant,
  resolvedAt: instant,
});
export type WireAlert = z.infer<typeof wireAlert>;

/** One page of any list; its entries are read one by one, so that a bad one does not spoil the others. */
export const wirePage = z.object({
  data: z.array(z.unknown()).max(MAX_ENTRIES_A_PAGE),
  page: z.number(),
  totalItems: z.number().min(0),
  totalPages: z.number().min(0),
});

const owner = id.nullish();

export const wireMetric = z.object({
  data: list(
    z.object({
      /** When the bucket begins. */
      ts: z.string().max(100).nullable(),
      v: z.number().min(-MAX_AMOUNT).max(MAX_AMOUNT).nullable(),
      deviceId: owner,
      siteId: owner,
    }),
    MAX_ROWS,
  ),
  meta: z.object({ unit: z.string().max(100), series: list(z.string(), MAX_SERIES).nullish() }),
});
export type WireMetric = z.infer<typeof wireMetric>;
