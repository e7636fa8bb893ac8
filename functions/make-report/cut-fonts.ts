import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cutCoreFont } from '../../shared/rendering/pdf/fonts/core-font.ts';
import { writeCoreFont } from '../../shared/rendering/pdf/fonts/core-font-file.ts';
import { fontFileNames, loadFonts } from '../../shared/rendering/pdf/load-fonts.ts';

// A program that runs while the bundle is made: it puts the reports' fonts into the folder that is named, each whole and with its
// core cut out, and their licence.
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder that the fonts are to lie in.');

mkdirSync(folder, { recursive: true });
for (const { name, trueType } of Object.values(loadFonts())) {
  const fileNames = fontFileNames(name);
  writeFileSync(path.join(folder, fileNames.trueType), trueType());
  writeFileSync(path.join(folder, fileNames.core), writeCoreFont(cutCoreFont(name, trueType())));
}
cpSync(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/LICENSE'), path.join(folder, 'LICENSE'));
