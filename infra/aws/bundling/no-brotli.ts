/** Stands in for half a megabyte that only WOFF2 fonts need; the reports' fonts are TrueType. */
export default function decompress(): never {
  throw new Error('WOFF2 fonts cannot be read here: use TrueType fonts.');
}
