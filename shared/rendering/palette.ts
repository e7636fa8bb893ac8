/**
 * One colour for each role, the same in every rendering. The hues stay apart for colour-blind readers, and their
 * lightness falls from Other over production to consumption, so that they stay apart in grey print too.
 */
export const PALETTE = {
  consumption: '#1f6f8b',
  production: '#e0a030',
  gridImport: '#5c6b78',
  gridExport: '#a3b1bd',
  battery: '#7a5ba6',
  other: '#c3cbd1',
  gap: '#d9dee2',
  /** What something is seen against: last year, a usual day. */
  reference: '#8a2f2f',

  /** Text on `surface`: contrast of at least 4.5 to 1. */
  ink: '#17242d',
  muted: '#55636e',
  consumptionText: '#17596f',
  productionText: '#7f5200',
  attentionText: '#7a4300',

  surface: '#ffffff',
  surfaceSoft: '#f3f6f8',
  surfaceAttention: '#fff5e2',
  weekend: '#eef2f5',
  line: '#d7dfe5',
} as const;
