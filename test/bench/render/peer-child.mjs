import { readFileSync, writeFileSync } from 'node:fs';

/** Makes one PDF in this process: from drawn content and two fonts. */
export async function run(create) {
  const [contentFile, pdfFile, regularFile, boldFile] = process.argv.slice(2);
  const fonts = { regularFile, boldFile, regular: readFileSync(regularFile), bold: readFileSync(boldFile) };
  const draw = create(fonts);
  writeFileSync(pdfFile, await draw(JSON.parse(readFileSync(contentFile, 'utf8'))));
  process.stdout.write(JSON.stringify(process.cpuUsage()));
}
