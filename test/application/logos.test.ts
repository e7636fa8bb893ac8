import { describe, expect, it } from 'vitest';
import { checkedLogo } from '../../shared/adapters/configuration/check-logo.ts';
import { keepLogo, readLogo } from '../../shared/application/logos.ts';
import type { Subscription } from '../../shared/application/subscriptions.ts';
import { ArchiveConflictError } from '../../shared/errors.ts';
import { createInMemoryStore } from '../support/in-memory-store.ts';
import { aPng, svgBytes } from '../support/logos.ts';
import { aReport } from '../support/report-builder.ts';
import { aRule } from '../support/report-world.ts';
import { steppingClock } from '../support/stepping-clock.ts';

const SETTINGS = aRule().settings;
const logo = checkedLogo(aPng());
const { sha256, mediaType } = logo;
const branding = { accent: null, footer: null, contact: null, logo };
const subscription: Subscription = { kind: 'monthly', recipients: [], settings: { ...SETTINGS, branding } };
const plain = aReport({ period: '2026-11-19' });
const look = { accent: null, footer: null, logo: { sha256, mediaType } };
const branded = { ...plain, presentation: { ...plain.presentation, branding: look } };

const partsOf = () => ({
  archive: createInMemoryStore(steppingClock()),
  pauses: { random: () => 0, sleep: async () => {} },
});

describe('a logo in the archive', () => {
  it('lies under its hash, once, and is found by what a snapshot names', async () => {
    const parts = partsOf();
    await keepLogo(parts, subscription);
    await keepLogo(parts, subscription);
    expect([...parts.archive.objects.keys()]).toEqual([`branding/v1/${sha256}`]);
    expect(await readLogo(parts, branded)).toEqual({ ...logo, bytes: Uint8Array.from(logo.bytes) });
  });

  it('is not looked for where none is named', async () => {
    const parts = partsOf();
    await keepLogo(parts, { ...subscription, settings: SETTINGS });
    expect(await readLogo(parts, plain)).toBeNull();
    expect([...parts.archive.objects.keys()]).toEqual([]);
  });

  it('is missed when it is gone or another', async () => {
    const parts = partsOf();
    await expect(readLogo(parts, branded)).rejects.toThrow(ArchiveConflictError);
    await parts.archive.putNew(`branding/v1/${sha256}`, svgBytes(), 'image/png');
    await expect(readLogo(parts, branded)).rejects.toThrow(/not the logo/);
  });
});
