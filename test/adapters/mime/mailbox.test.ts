import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidMailboxError, parseMailbox } from '../../../shared/adapters/mime/mailbox.ts';
import { anyText } from '../../support/hostile-labels.ts';

describe('a mailbox', () => {
  it.each([
    ['owner@example.com', '', 'owner@example.com'],
    ['  owner+energy@mail.example.co.uk ', '', 'owner+energy@mail.example.co.uk'],
    ['Energy reports <reports@example.com>', 'Energy reports', 'reports@example.com'],
    ['"Reports, Inc." <reports@example.com>', 'Reports, Inc.', 'reports@example.com'],
    ['Büro <büro@example.com>', null, null],
    ['Bureau <info@bücher.example>', 'Bureau', 'info@xn--bcher-kva.example'],
    ['<a@example.com>', '', 'a@example.com'],
    ['a@example.com, b@example.com', null, null],
    ['A <a@example.com> <b@example.com>', null, null],
    ['a@example.com\r\nBcc: b@example.com', null, null],
    ['A\r\nBcc: b@example.com <a@example.com>', null, null],
    ['A\u2028B <a@example.com>', null, null],
    ['"a b"@example.com', null, null],
    ['a..b@example.com', null, null],
    ['.a@example.com', null, null],
    ['a@localhost', null, null],
    ['a@[192.0.2.1]', null, null],
    ['a@192.0.2.1', null, null],
    ['a@-x.com', null, null],
    ['a@example.com/../x', null, null],
    ['a@ex%61mple.com', null, null],
    ['@example.com', null, null],
    ['a@', null, null],
    ['', null, null],
    [`${'x'.repeat(65)}@example.com`, null, null],
    [`a@${'x.'.repeat(130)}com`, null, null],
    [`${'n'.repeat(101)} <a@example.com>`, null, null],
  ])('%j', (text, name, address) => {
    if (address === null) expect(() => parseMailbox(text, 'To')).toThrow(InvalidMailboxError);
    else expect(parseMailbox(text, 'To')).toEqual({ name, address });
  });

  it('says whose it is and what to do, never the address itself', () => {
    expect(() => parseMailbox('secret.person@localhost', 'Reply-To')).toThrow(
      /^The Reply-To address has no domain such as example\.com: write it like (?!.*secret)/,
    );
  });

  it('is one plain address or refused, whatever was written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          anyText.map((text) => `${text}@example.com`),
          anyText.map((text) => `${text} <a@example.com>`),
        ),
        (text) => {
          try {
            const { name, address } = parseMailbox(text, 'To');
            expect(address).toMatch(/^[!-~]+@[A-Za-z0-9.-]+$/);
            expect(name).not.toMatch(/[\p{Cc}<>]/u);
          } catch (error) {
            expect(error).toBeInstanceOf(InvalidMailboxError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
