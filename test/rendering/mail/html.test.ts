import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, htmlText } from '../../../shared/rendering/mail/html/html.ts';
import { anyText } from '../../support/hostile-labels.ts';
import { readHtml } from '../../support/html-reader.ts';

describe('the html template', () => {
  it('escapes whatever fills its holes', () => {
    expect(htmlText(html`<p title="${'"\'`'}">${'<b>&'}</p>`)).toBe('<p title="&quot;&#39;&#96;">&lt;b&gt;&amp;</p>');
  });

  it('takes numbers, nothing, lists and HTML of its own', () => {
    const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
    expect(htmlText(html`<ul>${items}</ul>${1.5}${null}${undefined}`)).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>1.5');
  });

  it('lets no text out of its place, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readHtml(htmlText(html`<p title="${text}">${text}</p>`));
        expect([...reading.tags]).toEqual(['p']);
        expect([...reading.attributes]).toEqual(['title']);
        expect(reading.text.trim()).toBe(text.replaceAll(/[ \n]+/g, ' ').trim());
      }),
    );
  });
});
