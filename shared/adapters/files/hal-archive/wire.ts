import * as z from 'zod';

// The archive's documents, spelled as they are. What a report does not need is not kept: real_time holds passwords.

const MOST_REGISTERS = 500;
const MOST_ENTRIES = 1000;

const link = z.object({ href: z.string().max(2000) });
const links = z.object({ self: link.optional(), device: link.optional() });
const id = z.string().min(1).max(200);
const label = z
  .string()
  .trim()
  .min(1)
  .transform((text) => text.slice(0, 200))
  .nullish()
  .catch(null);
const group = z.array(z.object({ id })).max(MOST_REGISTERS).default([]);

export const wireProfile = z.object({
  _links: links,
  id: z.union([z.int(), z.string().max(100)]),
  display_name: label,
  _embedded: z.object({
    registers: z.object({ registers: z.array(z.object({ id, label })).max(MOST_REGISTERS) }),
  }),
  register_groups: z.object({ grid: group, normals: group, solar: group }),
});
export type WireProfile = z.infer<typeof wireProfile>;

export const wireProfiles = z.object({ _embedded: z.object({ profiles: z.array(wireProfile).max(MOST_ENTRIES) }) });

export const wireDevice = z.object({ _links: links, timezone: z.string().max(100) });
export type WireDevice = z.infer<typeof wireDevice>;

export const wireDevices = z.object({ devices: z.array(wireDevice).max(MOST_ENTRIES) });

/** The rows are looked at one by one, by whoever makes intervals of them. */
export const wireData = z.object({
  _links: links.optional(),
  results: z.array(
    z.object({
      granularity: z.string().max(10),
      unit: z.string().max(10),
      headers: z
        .array(z.string().max(200))
        .min(2)
        .max(MOST_REGISTERS + 2),
      data: z.array(z.unknown()),
    }),
  ),
});
export type WireData = z.infer<typeof wireData>;
