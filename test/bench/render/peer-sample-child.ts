import { writeFileSync } from 'node:fs';
import { serveSamples } from '../measure/serve-samples.ts';
import type { DrawnContent } from './drawn-content.ts';
import { peerFonts } from './peer-fonts.ts';
import { openPeer } from './peers.ts';

export interface PeerInput {
  readonly name: string;
  readonly content: DrawnContent;
  readonly file: string;
}

serveSamples(async ({ name, content, file }: PeerInput) => {
  const { draw, ...peer } = await openPeer(name, peerFonts());
  return { ...peer, run: async () => writeFileSync(file, await draw(content)) };
});
