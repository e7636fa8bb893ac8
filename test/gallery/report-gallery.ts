import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { createMailComposer } from '../../shared/rendering/mail/mail-composer.ts';
import { loadFonts } from '../../shared/rendering/pdf/load-fonts.ts';
import { createPdfRenderer } from '../../shared/rendering/pdf/pdf-renderer.ts';
import { galleryCases } from './gallery-cases.ts';
import { type GalleryEntry, galleryPage } from './gallery-page.ts';

/** Makes one page that shows every kind of report: `gallery/index.html`, with the PDFs and the mails beside it. */

const FOLDER = path.resolve(import.meta.dirname, '../../gallery');
const run = promisify(execFile);
const say = (line: string) => process.stdout.write(`${line}\n`);

const pdfRenderer = createPdfRenderer({ fonts: loadFonts() });
const composer = createMailComposer();
const wanted = process.argv.slice(2);
const cases = (await galleryCases()).filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);
const drawsPages = await run('pdftoppm', ['-v']).then(
  () => true,
  () => false,
);

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const entries: GalleryEntry[] = [];
for (const { name, about, make } of cases) {
  const report = await make();
  const pdf = path.join(FOLDER, `${name}.pdf`);
  const mail = composer.compose(report, []);
  await writeFile(pdf, await pdfRenderer.renderPdf(report));
  await writeFile(path.join(FOLDER, `${name}.html`), mail.html);
  await writeFile(path.join(FOLDER, `${name}.txt`), mail.text);
  entries.push({ name, about, subject: mail.subject, pictures: drawsPages ? await picturesOf(pdf, name) : [] });
}
await writeFile(path.join(FOLDER, 'index.html'), galleryPage(entries));
say(`${entries.length} reports: ${path.join(FOLDER, 'index.html')}`);
if (!drawsPages)
  say('Their pages are not drawn, as pdftoppm is not installed (Debian: poppler-utils); the PDFs are there.');

async function picturesOf(pdf: string, name: string): Promise<string[]> {
  await run('pdftoppm', ['-r', '70', '-png', pdf, path.join(FOLDER, name)]);
  const { stdout } = await run('pdfinfo', [pdf]);
  const pages = Number(/^Pages: +(\d+)/m.exec(stdout)?.[1] ?? 0);
  const digits = String(pages).length;
  return Array.from({ length: pages }, (_, page) => `${name}-${String(page + 1).padStart(digits, '0')}.png`);
}
