import type { LedgerLine } from '../../shared/application/explain-report.ts';

/** What an entry of the ledger means, for a person; hashes of mails and recipients by their beginnings. */
export function ledgerWords({ entry, detail }: LedgerLine): string {
  const said = (name: string) => String(detail[name] ?? 'unknown');
  if (entry === 'plan') return `known; falls due at ${said('due')} (${said('timeZone')})`;
  if (entry === 'finished') return `finished with r${said('revision')}`;
  const [, recheckDay] = /^rechecked-(\d+)$/.exec(entry) ?? [];
  if (recheckDay !== undefined) return `data read again, ${recheckDay} d after the end`;
  const [, revision, step] = /^r(\d+)\/(snapshot|archived)$/.exec(entry) ?? [];
  if (step === 'archived') return `files of r${revision} are in the archive`;
  if (step === 'snapshot') return `data of r${revision} is fixed: ${snapshotWords(detail)}`;
  const [, of, variant = ''] = /^r(\d+)\/variant-(.+)$/.exec(entry) ?? [];
  if (of !== undefined) return `report.${variant} of r${of} is in the archive`;
  const [, mail = '', word, number = ''] = /^mail\/([^/]+)\/([a-z]+)-(\d+)$/.exec(entry) ?? [];
  if (word !== undefined) return `mail ${mail.slice(0, 6)}: ${mailWords(word, number, detail)}`;
  const [, about = '', type] = /^outcome\/([^/]+)\/(.+)$/.exec(entry) ?? [];
  if (type !== undefined) return `mail ${about.slice(0, 6)}: ${type}${codeIn(detail, 'detail')}`;
  return entry;
}

function snapshotWords({ days, provisional, reason }: LedgerLine['detail']): string {
  const parts = [`${String(days)} local day${days === 1 ? '' : 's'}`];
  if (provisional === true) parts.push('provisional');
  if (reason !== undefined) parts.push(`read again because: ${String(reason)}`);
  return parts.join(', ');
}

function mailWords(word: string, number: string, detail: LedgerLine['detail']): string {
  switch (word) {
    case 'claim':
      return `attempt ${number} begins (${String(detail['intent'])}, to ${String(detail['recipient']).slice(0, 12)})`;
    case 'refused':
      return `attempt ${number} was refused${codeIn(detail, 'code')}, ${detail['permanent'] === true ? 'for good' : 'for now'}`;
    case 'sent':
      return `attempt ${number} was taken`;
    case 'event':
      return `attempt ${number} went out, the mail service says`;
    case 'done':
      return `${String(detail['outcome'])}${codeIn(detail, 'code')}`;
    case 'reopened':
      return `opened again, to ${String(detail['resolution'])}`;
    default:
      return word;
  }
}

function codeIn(detail: LedgerLine['detail'], name: string): string {
  const code = detail[name];
  return typeof code === 'string' ? ` (${code})` : '';
}
