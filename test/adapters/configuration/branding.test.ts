import { describe, expect, it } from 'vitest';
import { checkedLogo } from '../../../shared/adapters/configuration/check-logo.ts';
import { filesNamedIn, parseConfiguration } from '../../../shared/adapters/configuration/parse-configuration.ts';
import { SOURCE_CHECKERS } from '../../../shared/adapters/configuration/source-checkers.ts';
import { ConfigurationError } from '../../../shared/errors.ts';
import { aJpegHead, aPng, svgBytes } from '../../support/logos.ts';
import { aFile } from './configuration-builder.ts';

const FILES = new Map([
  ['logo.png', aPng()],
  ['logo.svg', svgBytes()],
  ['broken.png', aPng().subarray(0, 60)],
]);
const withBranding = (branding: unknown, rule?: unknown) =>
  aFile({ 'defaults.branding': branding, ...(rule === undefined ? {} : { 'reports.0.branding': rule }) });
const read = (text: string, files: ReadonlyMap<string, Uint8Array> | undefined = FILES) =>
  parseConfiguration(text, SOURCE_CHECKERS, files);

function faultsOf(text: string, files?: ReadonlyMap<string, Uint8Array>) {
  try {
    parseConfiguration(text, SOURCE_CHECKERS, files);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
  return [];
}

describe('branding in a configuration', () => {
  it('is there for the defaults, and a rule says otherwise part by part', () => {
    const text = withBranding(
      { logo: 'logo.png', colors: { accent: '#1F6F8B' }, footer: 'Energy for all' },
      { logo: 'logo.svg', contact: 'team@example.com' },
    );
    const { defaults, reports } = read(text);
    expect(defaults.branding).toMatchObject({ accent: '#1f6f8b', footer: 'Energy for all', contact: null });
    expect(defaults.branding?.logo?.mediaType).toBe('image/png');
    expect(reports[0]?.settings.branding).toMatchObject({ accent: '#1f6f8b', contact: 'team@example.com' });
    expect(reports[0]?.settings.branding?.logo?.mediaType).toBe('image/svg+xml');
  });

  it('names the files that a host has to read', () => {
    expect(filesNamedIn(withBranding({ logo: 'a.png' }, { logo: 'b.svg' }))).toEqual(['a.png', 'b.svg']);
    expect(filesNamedIn(withBranding({ logo: '../../etc/passwd' }))).toEqual([]);
    expect(filesNamedIn('{')).toEqual([]);
  });

  it.each([
    [
      { colors: { accent: '#e0a030' } },
      'defaults.branding.colors.accent',
      /contrast is 2\.\d\d to 1, and 4\.5 is the least/,
    ],
    [{ colors: { accent: 'red' } }, 'defaults.branding.colors.accent', /such as #1f6f8b/],
    [{ logo: '../logo.png' }, 'defaults.branding.logo', /without a folder/],
    [{ logo: 'gone.png' }, 'defaults.branding.logo', /put the file beside/],
    [{ logo: 'broken.png' }, 'defaults.branding.logo', /broken PNG/],
    [{ footer: 'x'.repeat(201) }, 'defaults.branding.footer', /./],
    [{ colours: {} }, 'defaults.branding.colours', /./],
  ])('says what is wrong with %j', (branding, path, problem) => {
    const [fault, ...others] = faultsOf(withBranding(branding), FILES);
    expect([fault?.path, others]).toEqual([path, []]);
    expect(fault?.problem).toMatch(problem);
  });
});

describe('a logo', () => {
  it.each([
    ['a PNG', aPng(), 'image/png'],
    ['a PNG with alpha', aPng({ alpha: true }), 'image/png'],
    ['a JPEG', aJpegHead(), 'image/jpeg'],
    ['an SVG', svgBytes(), 'image/svg+xml'],
  ])('may be %s', (_, bytes, mediaType) => {
    expect(checkedLogo(bytes)).toMatchObject({ mediaType, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it.each([
    ['another format', Buffer.from('GIF89a')],
    ['more bytes than a logo has', Buffer.concat([aPng(), Buffer.alloc(200_000)])],
    ['more pixels than a logo has', aPng({ width: 2_001, height: 200 })],
    ['a strip', aPng({ width: 600, height: 40 })],
    ['a PNG that unpacks to more than it says', lying(aPng({ height: 80 }), 40)],
    ['a PNG that unpacks to less', lying(aPng({ height: 20 }), 40)],
    ['a JPEG for print', aJpegHead({ components: 4 })],
    ['a JPEG without a frame', aJpegHead().subarray(0, 8)],
    ['nothing', Buffer.alloc(0)],
  ])('is never %s', (_, bytes) => {
    expect(() => checkedLogo(bytes)).toThrow(expect.objectContaining({ name: 'InvalidLogoError' }));
  });
});

/** A PNG whose header speaks of another height. */
function lying(png: Uint8Array, height: number): Uint8Array {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
