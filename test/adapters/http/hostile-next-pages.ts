/**
 * Values of `next` that would carry the token to another host, leave the list, or never end. `HOST` stands for the list's own
 * host and port, `OTHER` for somebody else's.
 */
export const HOSTILE_NEXT_PAGES: readonly unknown[] = [
  'http://OTHER/api/curb/location?page=3',
  'https://OTHER/api/curb/location?page=3',
  '//OTHER/api/curb/location?page=3',
  '\\\\OTHER/api/curb/location?page=3',
  '/\\OTHER/api/curb/location?page=3',
  '\\/OTHER/api/curb/location?page=3',
  '\t//OTHER/api/curb/location?page=3',
  '/\t/OTHER/api/curb/location?page=3',
  '\n//OTHER/api/curb/location?page=3',
  ' //OTHER/api/curb/location?page=3',
  '///OTHER/api/curb/location?page=3',
  'http:\\\\OTHER/api/curb/location?page=3',
  'http:/\\OTHER/api/curb/location?page=3',
  'http://HOST@OTHER/api/curb/location?page=3',
  'http://HOST%40OTHER/api/curb/location?page=3',
  'http://user@HOST/api/curb/location?page=3',
  'http://user:pass@HOST/api/curb/location?page=3',
  'http://HOST.OTHER/api/curb/location?page=3',
  'http://localhost:1/api/curb/location?page=3',
  'http://127.0.0.1:1/api/curb/location?page=3',
  'https://HOST/api/curb/location?page=3',
  'ftp://HOST/api/curb/location?page=3',
  'file:///etc/passwd',
  'javascript:fetch("http://OTHER")',
  'data:application/json,{}',
  'blob:http://HOST/api/curb/location',
  '/api/curb/location/../../oauth/token',
  '/api/curb/location/%2e%2e/%2e%2e/oauth/token',
  '/api/curb/location/..\\..\\oauth/token',
  '../../oauth/token?page=3',
  '/api/other/location?page=3',
  '/api/curb/installation?page=3',
  '/api/curb/location/?page=3',
  '/api/curb/location;x?page=3',
  '/api/curb/location%3Fpage=3',
  '/api/api/curb/location?page=3',
  '/API/CURB/LOCATION?page=3',
  '/api/curb/location',
  '#page=3',
  `?page=3&x=${'x'.repeat(3_000)}`,
  'http://[',
  'http://HOST:99999/api/curb/location?page=3',
  3,
  true,
  { href: '/api/curb/location?page=3' },
  ['/api/curb/location?page=3'],
];

/** The values with real hosts in them. */
export function hostileNextPages(host: string, other: string): unknown[] {
  return HOSTILE_NEXT_PAGES.map((value) =>
    typeof value === 'string' ? value.replaceAll('HOST', host).replaceAll('OTHER', other) : value,
  );
}
