import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { DrawnContent } from './drawn-content.ts';

/** The report's fonts, as files and as bytes: each peer takes what it can. */
export interface PeerFonts {
  readonly regularFile: string;
  readonly boldFile: string;
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

export interface Peer {
  draw(content: DrawnContent): Promise<Uint8Array>;
  readonly othersCpuMs?: () => number;
  close?(): Promise<void>;
}

/** The libraries, each with the package that it needs. */
export const PEER_PACKAGES = {
  pdfkit: 'pdfkit',
  pdfmake: 'pdfmake',
  jspdf: 'jspdf',
  'pdf-lib': 'pdf-lib',
  'react-pdf': '@react-pdf/renderer',
} as const;

interface PeerModule {
  create(fonts: PeerFonts): Peer['draw'];
}

interface ChromiumModule {
  chromiumBinary(): string | undefined;
  create(binary: string, fonts: PeerFonts): Promise<Peer>;
}

export const peerFile = (name: string): string => path.join(import.meta.dirname, 'peers', `${name}.mjs`);

export const isInstalled = (packageName: string): boolean =>
  createRequire(import.meta.url)
    .resolve.paths(packageName)
    ?.some((folder) => existsSync(path.join(folder, packageName))) ?? false;

/** The names of those that are there; what is missing is said in words. */
export async function findPeers(): Promise<{ names: string[]; missing: string[] }> {
  const packages = Object.entries(PEER_PACKAGES);
  const names = packages.filter(([, packageName]) => isInstalled(packageName)).map(([name]) => name);
  const missing = packages
    .filter(([name]) => !names.includes(name))
    .map(([name]) => `${name}: not installed, run \`npm ci --prefix test/bench\``);
  const { chromiumBinary }: ChromiumModule = await import(peerFile('chromium'));
  if (chromiumBinary() === undefined) missing.push('chromium: not found, run `apt-get install chromium`');
  else names.push('chromium');
  return { names, missing };
}

export async function openPeer(name: string, fonts: PeerFonts): Promise<Peer> {
  if (name !== 'chromium') {
    const { create }: PeerModule = await import(peerFile(name));
    return { draw: create(fonts) };
  }
  const { chromiumBinary, create }: ChromiumModule = await import(peerFile(name));
  const binary = chromiumBinary();
  if (binary === undefined) throw new Error('Chromium is not there any more');
  return await create(binary, fonts);
}
