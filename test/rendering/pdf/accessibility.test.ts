import { describe, expect, it } from 'vitest';
import { aReport, type ReportWishes } from '../../support/report-builder.ts';
import { A_FACTOR, EVERYTHING } from '../../support/tariff-builder.ts';
import { pdfBytes, pdfOf } from './pdf-of.ts';
import { elementsOf } from './read-pdf.ts';

async function taggedPdf(wishes: ReportWishes) {
  const report = aReport(wishes);
  return { report, pdf: await pdfOf(report, { structure: true }) };
}

const altOf = (element: object): string => ('alt' in element && typeof element.alt === 'string' ? element.alt : '');

describe('the structure of a PDF', () => {
  it('has one title, then headings of the second level, in the order of the bookmarks', async () => {
    const { pdf } = await taggedPdf({});
    const headings = elementsOf(pdf).flatMap(({ role }) => (/^H\d$/.test(role) ? [role] : []));

    expect(headings).toEqual(['H1', ...pdf.outline.map(() => 'H2')]);
    expect(pdf.outline).toContain('Day by day');
    expect(pdf.outline.length).toBeGreaterThan(6);
  });

  it('tells the finding of every figure', async () => {
    const { report, pdf } = await taggedPdf({ house: { silences: [{ date: '2026-10-09' }] } });
    const figures = elementsOf(pdf)
      .filter(({ role }) => role === 'Figure')
      .map(altOf);

    expect(figures).toHaveLength(3);
    expect(figures[0]).toMatch(/^Consumption over 31 days, on average [\d.]+\skWh a day, most on \w+, \d+ October/);
    expect(figures[0]).toContain('no data for 1 day');
    expect(figures[1]).toContain(`the largest is ${report.registers.find(({ role }) => role === 'circuit')?.label}`);
    expect(figures[2]).toMatch(/the most was [\d.]+\skW in the hour from \d+ Oct/);
  });

  it('makes real tables: as many cells in each row, headed rows and columns', async () => {
    const { pdf } = await taggedPdf({ house: { hasBattery: true } });
    const rows = elementsOf(pdf)
      .filter(({ role }) => role === 'TR')
      .map(cellRoles);

    expect(rows.length).toBeGreaterThan(40);
    const heads = rows.filter((cells) => cells.every((role) => role === 'TH'));
    expect(heads.length).toBe(elementsOf(pdf).filter(({ role }) => role === 'Table').length);
    expect(heads.length).toBe(4);
    for (const cells of rows) expect(cells[0]).toBe('TH');
  });

  it('names language, title and tags to the viewer', async () => {
    const text = await plainText({ locale: 'en-GB' });

    expect(text).toContain('/Lang (en-GB)');
    expect(text).toMatch(/\/Marked true/);
    expect(text).toMatch(/\/DisplayDocTitle true/);
    expect(text).toMatch(/<pdfuaid:part>1</);
    expect(text).toMatch(/\/Scope \/Column/);
    expect(text).toMatch(/\/Scope \/Row/);
    expect(text).toContain('/Tabs /S');
    expect(text).toContain('/PageMode /UseNone');
  });

  it('never leaves out a level of headings, and has the figures and tables below one', async () => {
    const { pdf } = await taggedPdf({
      tariff: EVERYTHING,
      emissionFactor: A_FACTOR,
      compared: { lastYear: {}, before: {} },
    });
    const roles = elementsOf(pdf).map(({ role }) => role);
    const levels = roles.flatMap((role) => (/^H\d$/.test(role) ? [Number(role.slice(1))] : []));

    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(roles.indexOf('Figure')).toBeGreaterThan(roles.indexOf('H2'));
    expect(roles.indexOf('Table')).toBeGreaterThan(roles.indexOf('H2'));
  });

  it('embeds its fonts, each with a way back to characters', async () => {
    const text = await plainText({ label: 'Łódź Ελλάδα Київ مطبخ' });
    const fonts = text.match(/\/Type \/Font\b[^>]*\/Subtype \/Type0[^>]*/g) ?? [];
    const descriptors = text.match(/\/Type \/FontDescriptor\b[\s\S]*?endobj/g) ?? [];

    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toContain('/ToUnicode');
    expect(descriptors).toHaveLength(fonts.length);
    for (const descriptor of descriptors) expect(descriptor).toMatch(/\/FontFile[23]? /);
    expect(text).not.toMatch(/\/Subtype \/(Type1|Type3|TrueType)\b/);
  });

  it('marks everything that is drawn as content or as decoration', async () => {
    const text = await plainText({});
    const streams = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, stream]) => stream ?? '');
    const pages = streams.filter((stream) => stream.includes(' BDC') || stream.includes(' BMC'));

    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(unmarkedOperators(page)).toEqual([]);
  });
});

const cellRoles = (row: ReturnType<typeof elementsOf>[number]): string[] =>
  row.children.flatMap((child) => ('role' in child ? [child.role] : []));

async function plainText(wishes: ReportWishes): Promise<string> {
  return Buffer.from(await pdfBytes(aReport(wishes), { plain: true })).toString('latin1');
}

/** Painting operators outside of any marked content, and marks within marks. */
function unmarkedOperators(stream: string): string[] {
  let depth = 0;
  const found: string[] = [];
  for (const line of stream.split('\n')) {
    if (/ B[DM]C$/.test(line)) depth += 1;
    if (line === 'EMC') depth -= 1;
    const paints = /(^|\s)(f|S|B|TJ|Tj|Do)$/.test(line);
    if ((paints && depth !== 1) || depth > 1 || depth < 0) found.push(line);
  }
  return found;
}
