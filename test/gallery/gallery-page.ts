import { html, htmlText } from '../../shared/rendering/mail/html/html.ts';

export interface GalleryEntry {
  readonly name: string;
  readonly about: string;
  readonly subject: string;
  /** File names of the drawn pages, in order. */
  readonly pictures: readonly string[];
}

const STYLE = `body{font:15px/1.4 system-ui,sans-serif;margin:24px;background:#f3f6f8;color:#17242d}
h2{margin:40px 0 4px;font-size:17px}p{margin:0 0 10px;color:#55636e}.pages{display:flex;flex-wrap:wrap;gap:12px}
img{border:1px solid #d7dfe5;background:#fff;max-width:100%}`;

/** The page that shows all reports, with links to their files. */
export function galleryPage(entries: readonly GalleryEntry[]): string {
  return htmlText(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Reports</title><style>${STYLE}</style></head><body><h1>${entries.length} reports</h1>
${entries.map(
  ({ name, about, subject, pictures }) => html`<section><h2 id="${name}">${name}</h2>
<p>${about}. Subject: ${subject}. <a href="${name}.pdf">PDF</a> · <a href="${name}.html">mail</a> · <a href="${name}.txt">mail as text</a></p>
<div class="pages">${pictures.map((picture, page) => html`<img src="${picture}" alt="${name}, page ${page + 1}" loading="lazy">`)}</div></section>
`,
)}</body></html>
`);
}
