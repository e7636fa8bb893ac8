import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkedLogo } from '../../../shared/adapters/configuration/check-logo.ts';
import { createMailComposer } from '../../../shared/rendering/mail/mail-composer.ts';
import { loadFonts } from '../../../shared/rendering/pdf/load-fonts.ts';
import { createPdfRenderer } from '../../../shared/rendering/pdf/pdf-renderer.ts';
import { aPng, svgBytes } from '../../support/logos.ts';
import { aReport } from '../../support/report-builder.ts';
import { overlaps, textsOutside } from './layout-checks.ts';
import { elementsOf, readPdf } from './read-pdf.ts';

const renderer = createPdfRenderer({ fonts: loadFonts() });
const BRANDING = { accent: '#7a1f5c', footer: 'Example Energy Ltd, 1 Main Street', logo: null };
const plain = aReport({ period: '2026-11-19' });
const branded = { ...plain, presentation: { ...plain.presentation, branding: BRANDING } };

describe('a report with branding', () => {
  it.each([
    ['PNG', aPng()],
    ['PNG with alpha', aPng({ alpha: true })],
    ['SVG', svgBytes()],
  ])(
    'has its logo as a figure that is read as the operator’s name, and the same bytes each time: %s',
    async (_, bytes) => {
      const logo = checkedLogo(bytes);
      const made = await renderer.renderPdf(branded, logo);
      const again = await renderer.renderPdf(branded, logo);
      expect(createHash('sha256').update(again).digest('hex')).toBe(createHash('sha256').update(made).digest('hex'));

      const pdf = await readPdf(made, { structure: true });
      const [first] = elementsOf(pdf).filter(({ role }) => role === 'Figure');
      expect(first).toMatchObject({ alt: 'Example Energy' });
      expect(pdf.plain).toContain('Example Energy · Example Energy Ltd, 1 Main Street');
      expect([...textsOutside(pdf), ...overlaps(pdf)]).toEqual([]);
      expect(pdf.pages).toHaveLength(1);
    },
  );

  it('ends its mails with the operator’s words, in both parts', () => {
    const { text, html } = createMailComposer().compose(branded, []);
    expect(text.trimEnd().endsWith('Example Energy Ltd, 1 Main Street')).toBe(true);
    expect(html).toContain('Example Energy Ltd, 1 Main Street');
    expect(html).toContain('color:#7a1f5c');
  });

  it('is as before without', async () => {
    const made = await readPdf(await renderer.renderPdf(plain));
    expect(made.plain).not.toContain('Main Street');
  });
});
