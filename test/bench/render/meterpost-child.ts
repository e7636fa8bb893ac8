import { readFileSync, writeFileSync } from 'node:fs';
import { loadFonts } from '../../../shared/rendering/pdf/load-fonts.ts';
import { createPdfRenderer } from '../../../shared/rendering/pdf/pdf-renderer.ts';

// A process that makes one PDF: from a report and the fonts that a bundle has beside it.
const [reportFile = '', pdfFile = '', fontFolder = ''] = process.argv.slice(2);
const renderer = createPdfRenderer({ fonts: loadFonts(fontFolder) });
writeFileSync(pdfFile, await renderer.renderPdf(JSON.parse(readFileSync(reportFile, 'utf8'))));
process.stdout.write(JSON.stringify(process.cpuUsage()));
