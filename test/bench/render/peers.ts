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
  readonly name: string;
  draw(content: DrawnContent): Promise<Uint8Array>;
  readonly othersCpuMs?: () => number;
  close?(): Promise<void>;
}

/** The others, each with the package that it needs. */
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
  create(binary: string, fonts: PeerFonts): Promise<Omit<Peer, 'name'>>;
}

export const peerFile = (name: string): string => path.join(import.meta.dirname, 'peers', `${name}.mjs`);

export const isInstalled = (packageName: string): boolean =>
  createRequire(import.meta.url)
    .resolve.paths(packageName)
    ?.some((folder) => existsSync(path.join(folder, packageName))) ?? false;

/** Those that are there; what is missing is said in words. */
export async function openPeers(fonts: PeerFonts): Promise<{ peers: Peer[]; missing: string[] }> {
  const peers: Peer[] = [];
  const missing: string[] = [];
  for (const [name, packageName] of Object.entries(PEER_PACKAGES)) {
    if (!isInstalled(packageName)) {
      missing.push(`${name}: not installed, run \`npm ci --prefix test/bench\``);
      continue;
    }
    const module: PeerModule = await import(peerFile(name));
    peers.push({ name, draw: module.create(fonts) });
  }
  const chromium: ChromiumModule = await import(peerFile('chromium'));
  const binary = chromium.chromiumBinary();
  if (binary === undefined) missing.push('chromium: not found, run `apt-get install chromium`');
  else peers.push({ name: 'chromium', ...(await chromium.create(binary, fonts)) });
  return { peers, missing };
}
