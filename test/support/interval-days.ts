/** Midnight in UTC so many days from a date, `2026-11-19T00:00:00Z`. */
export function addDaysTo(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().replace('.000Z', 'Z');
}
