import * as z from 'zod';
import type { BrandingSettings } from '../../application/configuration.ts';
import { InvalidLogoError } from '../../domain/branding/branding.ts';
import { contrastOnWhite, READABLE_CONTRAST } from '../../domain/branding/contrast.ts';
import type { Fault } from '../../errors.ts';
import { accepted } from './accepted.ts';
import { checkedLogo } from './check-logo.ts';
import { faultPath } from './fault-path.ts';

/** The files that lie beside the configuration, by name. */
export type FilesBeside = ReadonlyMap<string, Uint8Array>;

const LOGO_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const WHICH_LOGO = 'must be the name of a PNG, JPEG or SVG file beside the configuration, without a folder';

/** As people write it, in `defaults` or a rule; made when a file has the first. */
export const BRANDING = z.lazy(() =>
  z
    .strictObject({
      logo: z.string().regex(LOGO_NAME, WHICH_LOGO),
      colors: z.strictObject({
        accent: accepted(checkAccent, (error) => (error instanceof Error ? error.message : 'is no colour')),
      }),
      footer: z.string().trim().min(1).max(200),
      contact: z.string().trim().min(1).max(60),
    })
    .partial(),
);

export type BrandingInFile = z.output<typeof BRANDING>;

function checkAccent(colour: string): void {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error('must be a colour such as #1f6f8b');
  const contrast = contrastOnWhite(colour);
  if (contrast >= READABLE_CONTRAST) return;
  // Rounded down, so that it never reads as enough.
  const shown = (Math.floor(contrast * 100) / 100).toFixed(2);
  throw new Error(`is too pale to read on white: its contrast is ${shown} to 1, and ${READABLE_CONTRAST} is the least`);
}

/** The names of the logos that a configuration speaks of, whatever else is in it. */
export function logoNames(file: unknown): string[] {
  return [...new Set(logosIn(file).flatMap(({ name }) => (LOGO_NAME.test(name) ? [name] : [])))];
}

/** What is wrong with the logos themselves. */
export function logoFaults(file: unknown, files: FilesBeside): Fault[] {
  return logosIn(file).flatMap(({ path, name }) => {
    if (!LOGO_NAME.test(name)) return [];
    const problem = logoProblem(name, files);
    return problem === undefined ? [] : [{ path: faultPath(path), problem }];
  });
}

function logoProblem(name: string, files: FilesBeside): string | undefined {
  const bytes = files.get(name);
  if (bytes === undefined) return 'is not there: put the file beside the configuration';
  try {
    checkedLogo(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidLogoError) return error.message;
    throw error;
  }
}

interface FoundLogo {
  readonly path: (string | number)[];
  readonly name: string;
}

function logosIn(file: unknown): FoundLogo[] {
  const reports = fieldOf(file, 'reports');
  const rules: unknown[] = Array.isArray(reports) ? reports : [];
  const places = [
    { path: ['defaults'], settings: fieldOf(file, 'defaults') },
    ...rules.map((settings, index) => ({ path: ['reports', index], settings })),
  ];
  return places.flatMap(({ path, settings }) => {
    const name = fieldOf(fieldOf(settings, 'branding'), 'logo');
    return typeof name === 'string' ? [{ path: [...path, 'branding', 'logo'], name }] : [];
  });
}

const fieldOf = (object: unknown, key: string): unknown =>
  typeof object === 'object' && object !== null && Object.hasOwn(object, key)
    ? Object.entries(object).find(([name]) => name === key)?.[1]
    : undefined;

/** A rule's branding over the file's defaults, part by part. */
export function brandingOf(
  given: BrandingInFile | undefined,
  files: FilesBeside,
  base: BrandingSettings | undefined,
): BrandingSettings | undefined {
  if (given === undefined) return base;
  const bytes = given.logo === undefined ? undefined : files.get(given.logo);
  return {
    accent: given.colors?.accent?.toLowerCase() ?? base?.accent ?? null,
    footer: given.footer ?? base?.footer ?? null,
    contact: given.contact ?? base?.contact ?? null,
    logo: bytes === undefined ? (base?.logo ?? null) : checkedLogo(bytes),
  };
}
