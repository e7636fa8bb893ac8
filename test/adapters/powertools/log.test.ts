import { describe, expect, it } from 'vitest';
import { createPowertoolsLog } from '../../../shared/adapters/powertools/log.ts';
import type { LogEntry } from '../../../shared/application/ports.ts';
import { capturedOutput } from '../../support/captured-output.ts';

/** The lines that an entry is printed as. */
function printed(entry: LogEntry): Record<string, unknown>[] {
  const lines = capturedOutput(() => createPowertoolsLog({ service: 'make-report', version: '0.1.0' })(entry));
  return lines.map((line): Record<string, unknown> => JSON.parse(line));
}

describe('a log entry', () => {
  it.each(['info', 'warn', 'error'] as const)('is one line of JSON at level %s', (level) => {
    const lines = printed({ level, event: 'report_archived', location: 'curb/curb/4d68', period: '2026-10', ms: 12 });

    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      level: level.toUpperCase(),
      message: 'report_archived',
      service: 'make-report',
      version: '0.1.0',
      location: 'curb/curb/4d68',
      period: '2026-10',
      ms: 12,
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  it('leaves out fields that are not on the list, and counts them', () => {
    const [line] = printed({ level: 'info', event: 'x', address: 'canary', token: 'canary', attempt: 2 });

    expect(line).toMatchObject({ attempt: 2, fieldsLeftOut: 2 });
    expect(JSON.stringify(line)).not.toContain('canary');
  });

  it.each([
    ['an e-mail address', 'owner@example.com'],
    ['a name', 'Main House'],
    ['a text in other letters', 'Kraków'],
    ['a line break', 'a\n{"level":"ERROR"}'],
    ['an essay', 'x'.repeat(201)],
  ])('withholds %s from a listed field', (_, value) => {
    const lines = printed({ level: 'info', event: 'x', location: value });

    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ location: '[withheld]' });
    expect(JSON.stringify(lines)).not.toContain(value.slice(0, 201));
  });

  it.each(['2026-10-15/2026-11-14', '2026-W47', 'America/Port-au-Prince', '+05:45', '2026-11-20T12:00:00.250Z'])(
    'prints %j as it is',
    (value) => {
      expect(printed({ level: 'info', event: 'x', period: value })[0]).toMatchObject({ period: value });
    },
  );

  it('withholds an event that is a sentence', () => {
    expect(printed({ level: 'info', event: 'Mail to owner@example.com failed' })[0]).toMatchObject({
      message: '[withheld]',
    });
  });

  it('prints nothing for a value that is not there', () => {
    const [line] = printed({ level: 'info', event: 'x', code: null, status: undefined, reason: '', retryable: false });

    expect(line).toMatchObject({ retryable: false });
    for (const field of ['code', 'status', 'reason']) expect(line).not.toHaveProperty(field);
  });
});
