/** What a logo's bytes are. */
export type LogoType = 'image/png' | 'image/jpeg' | 'image/svg+xml';

/** How reports look that carry an operator's own mark; part of the snapshot, but for the logo's bytes. */
export interface Branding {
  /** `#rrggbb`, readable on white; null for the built-in one. */
  readonly accent: string | null;
  /** Stands at the foot of every page and at the end of mails; null for nothing. */
  readonly footer: string | null;
  /** Which logo; its bytes lie in the archive under their hash. */
  readonly logo: { readonly sha256: string; readonly mediaType: LogoType } | null;
}

/** A logo with its bytes, checked. */
export interface Logo {
  readonly sha256: string;
  readonly mediaType: LogoType;
  readonly bytes: Uint8Array;
}

/** Says why a logo cannot be used, and what to do. */
export class InvalidLogoError extends Error {
  override readonly name = 'InvalidLogoError';
}
