import { fc, test as propertyTest } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { aFile, type Changes, CURB, faultsOf, parse } from './configuration-builder.ts';

describe('a valid configuration', () => {
  test('comes out with its defaults filled in', () => {
    const { sources, sender, defaults, reports } = parse(aFile());

    expect(sources['curb']).toEqual({
      kind: 'curb-fleet',
      fleets: ['curb'],
      settings: {
        apiOrigin: 'https://admin.energycurb.com',
        tokenUrl: 'https://energycurb.auth0.com/oauth/token',
        audience: 'fleet.prod.energycurb.com',
        maxConcurrentRequests: 4,
      },
    });
    expect(sender).toEqual({
      from: 'Energy reports <reports@example.com>',
      replyTo: 'help@example.com',
      organization: 'Example Energy',
    });
    expect(defaults).toEqual({
      locale: 'en-US',
      formats: ['pdf', 'csv'],
      sendAt: { daily: '06:00', weekly: '06:00', monthly: '06:00', cycle: '06:00' },
      maxWaitHours: { daily: 12, weekly: 24, monthly: 48, cycle: 48 },
      mailUpToDaysOld: { daily: 3, weekly: 14, monthly: 45, cycle: 45 },
      recheckDays: [1, 3, 7],
      mailRevisions: false,
      cycleStartDay: 1,
      comparisons: { previous: true, lastYear: true },
      tariff: null,
      emissionFactor: null,
    });
    expect(reports).toEqual([
      {
        match: { source: 'curb', fleet: 'curb', locations: ['4d6874eb-2499-41dc-88ce-2dc570099f5e'], fields: {} },
        kinds: ['daily', 'monthly'],
        recipients: ['owner@example.com'],
        settings: defaults,
      },
    ]);
  });

  test('needs no defaults and no reply address', () => {
    const withAll = parse(aFile());

    const configuration = parse(aFile({ defaults: undefined, 'sender.replyTo': undefined }));

    expect(configuration.defaults).toEqual(withAll.defaults);
    expect(configuration.sender.replyTo).toBeNull();
  });

  test('lets a rule override defaults one by one', () => {
    const [rule] = parse(
      aFile({
        defaults: { dailyAt: '05:30', weeklyAt: '05:45', maxWaitHours: { daily: 6 }, cycleStartDay: 15 },
        'reports.0.locale': 'de-at',
        'reports.0.formats': ['json', 'json'],
        'reports.0.dailyAt': '07:00',
        'reports.0.maxWaitHours': { monthly: 0 },
        'reports.0.mailUpToDaysOld': { cycle: 10.5 },
        'reports.0.recheckDays': [7, 2, 7],
        'reports.0.mailRevisions': true,
        'reports.0.cycleStartDay': 31,
        'reports.0.comparisons': { lastYear: false },
      }),
    ).reports;

    expect(rule?.settings).toEqual({
      locale: 'de-AT',
      formats: ['json'],
      sendAt: { daily: '07:00', weekly: '05:45', monthly: '06:00', cycle: '06:00' },
      maxWaitHours: { daily: 6, weekly: 24, monthly: 0, cycle: 48 },
      mailUpToDaysOld: { daily: 3, weekly: 14, monthly: 45, cycle: 10.5 },
      recheckDays: [2, 7],
      mailRevisions: true,
      cycleStartDay: 31,
      comparisons: { previous: true, lastYear: false },
      tariff: null,
      emissionFactor: null,
    });
  });

  test('keeps each recipient once, telling addresses apart as mail servers may', () => {
    const recipients = ['Owner@Example.COM', 'Owner@example.com', 'owner@example.com', 'Anna <anna@exämple.org>'];

    const [rule] = parse(aFile({ 'reports.0.recipients': recipients })).reports;

    expect(rule?.recipients).toEqual(['Owner@example.com', 'owner@example.com', 'anna@xn--exmple-cua.org']);
  });

  test('takes the fields of a location that a rule matches on', () => {
    const match = { source: 'curb', fleet: 'curb', locations: '*', city: 'Austin', state: 'TX' };

    const [rule] = parse(aFile({ 'reports.0.match': match })).reports;

    expect(rule?.match).toEqual({
      source: 'curb',
      fleet: 'curb',
      locations: '*',
      fields: { city: 'Austin', state: 'TX' },
    });
  });

  test('may have a rule without recipients, and no rule at all', () => {
    expect(faultsOf(aFile({ 'reports.0.recipients': [] }))).toEqual([]);
    expect(faultsOf(aFile({ reports: [] }))).toEqual([]);
  });

  test('may begin with a byte order mark', () => {
    expect(faultsOf(`\uFEFF${aFile()}`)).toEqual([]);
  });
});

describe('an invalid configuration', () => {
  test('tells every fault at once', () => {
    const faults = faultsOf(
      aFile({
        version: 2,
        'sources.curb.apiOrigin': 'http://admin.energycurb.com',
        'sender.from': 'reports',
        'defaults.dailyat': '06:00',
        'defaults.monthlyAt': '6am',
        'reports.0.match.fleet': 'crub',
        'reports.0.kinds': ['dayly'],
        'reports.1': { match: { source: 'crub', fleet: 'x', locations: '*' }, kinds: [], recipients: ['x@y'] },
      }),
    );

    expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual([
      'defaults.dailyat',
      'defaults.monthlyAt',
      'reports[0].kinds[0]',
      'reports[0].match.fleet',
      'reports[1].kinds',
      'reports[1].match.source',
      'reports[1].recipients[0]',
      'sender.from',
      'sources.curb.apiOrigin',
      'version',
    ]);
  });

  test.each<[string, Changes, RegExp]>([
    ['another version', { version: 2 }, /^version: must be 1$/],
    ['no version', { version: undefined }, /^version: is missing$/],
    ['no sources', { sources: {} }, /^sources: must name at least one source$/],
    ['a source name with a space', { 'sources.a b': CURB }, /^sources\[…\]: must begin with a letter or digit/],
    [
      'an unknown kind of source',
      { 'sources.curb.kind': 'curbfleet' },
      /^sources.curb.kind: must be .*\(did you mean curb-fleet\?\)$/,
    ],
    ['no fleet', { 'sources.curb.fleets': [] }, /^sources.curb.fleets: must not be empty$/],
    ['a fleet with a slash', { 'sources.curb.fleets.1': 'a/b' }, /^sources.curb.fleets\[1\]: must not contain a \/$/],
    [
      'an unknown setting of a source',
      { 'sources.curb.apiOrigins': 'x' },
      /^sources.curb.apiOrigins: is not a setting/,
    ],
    [
      'a secret',
      { 'sources.curb.clientSecret': 'hush' },
      /^sources.curb.clientSecret: .* METERPOST_CURB_CLIENT_SECRET/,
    ],
    ['an api key', { 'sources.curb.api_key': 'hush' }, /^sources.curb.api_key: .* METERPOST_CURB_API_KEY/],
    ['no sender', { sender: undefined }, /^sender: is missing$/],
    ['a sender that is no address', { 'sender.from': 'Reports' }, /^sender.from: The sender address .*: write it like/],
    [
      'a sender with a line break',
      { 'sender.from': 'a@example.com\r\nBcc: b@example.com' },
      /^sender.from: .* line break/,
    ],
    ['a reply address that is none', { 'sender.replyTo': '' }, /^sender.replyTo: The reply address/],
    ['no organization', { 'sender.organization': ' ' }, /^sender.organization: must not be empty$/],
    ['an unknown key at the top', { report: [] }, /^report: is not known here \(did you mean reports\?\)$/],
    ['an unknown key far from any', { colour: 'red' }, /^colour: is not known here$/],
    [
      'an unknown key of a rule',
      { 'reports.0.recipient': [] },
      /^reports\[0\].recipient: .*\(did you mean recipients\?\)$/,
    ],
    ['a locale that is none', { 'defaults.locale': 'english (US)' }, /^defaults.locale: must be a language tag/],
    ['a time that no clock shows', { 'defaults.dailyAt': '24:00' }, /^defaults.dailyAt: must be a time of day, HH:MM/],
    ['a time without leading zero', { 'defaults.dailyAt': '6:00' }, /^defaults.dailyAt: must be a time of day/],
    [
      'an unknown format',
      { 'defaults.formats': ['pfd'] },
      /^defaults.formats\[0\]: must be one of pdf, csv, json \(did you mean pdf\?\)$/,
    ],
    [
      'a wait of less than nothing',
      { 'defaults.maxWaitHours.daily': -1 },
      /^defaults.maxWaitHours.daily: must be at least 0$/,
    ],
    ['a wait as a text', { 'defaults.maxWaitHours.daily': '12' }, /^defaults.maxWaitHours.daily: must be a number$/],
    [
      'a wait for an unknown kind',
      { 'defaults.maxWaitHours.dayly': 1 },
      /^defaults.maxWaitHours.dayly: .*\(did you mean daily\?\)$/,
    ],
    ['a cycle that begins on day 32', { 'defaults.cycleStartDay': 32 }, /^defaults.cycleStartDay: must be at most 31$/],
    [
      'a cycle that begins on half a day',
      { 'defaults.cycleStartDay': 1.5 },
      /^defaults.cycleStartDay: must be a whole number$/,
    ],
    [
      'an unknown kind of report',
      { 'reports.0.kinds': ['yearly'] },
      /^reports\[0\].kinds\[0\]: must be one of daily, weekly, monthly, cycle$/,
    ],
    ['a rule for no kind', { 'reports.0.kinds': [] }, /^reports\[0\].kinds: must not be empty$/],
    ['no recipients', { 'reports.0.recipients': undefined }, /^reports\[0\].recipients: is missing$/],
    [
      'a recipient that is no address',
      { 'reports.0.recipients.1': 'owner@localhost' },
      /^reports\[0\].recipients\[1\]: The recipient address/,
    ],
    [
      'an unknown source in a rule',
      { 'reports.0.match.source': 'crub' },
      /^reports\[0\].match.source: must be one of the sources \(curb\) \(did you mean curb\?\)$/,
    ],
    [
      'a fleet that the source has not',
      { 'reports.0.match.fleet': 'demo' },
      /^reports\[0\].match.fleet: must be one of sources.curb.fleets \(curb\)$/,
    ],
    [
      'neither ids nor all',
      { 'reports.0.match.locations': 'all' },
      /^reports\[0\].match.locations: must be "\*" or a list/,
    ],
    ['an empty id', { 'reports.0.match.locations': [''] }, /^reports\[0\].match.locations\[0\]: must not be empty$/],
    ['a field that is no text', { 'reports.0.match.postcode': 78701 }, /^reports\[0\].match.postcode: must be a text/],
    [
      'a misspelt key of a match',
      { 'reports.0.match.location': 'a' },
      /^reports\[0\].match.location: .*\(did you mean locations\?\)$/,
    ],
    ['rules that are no list', { reports: {} }, /^reports: must be a list/],
  ])('names %s by its path alone', (_title, changes, expected) => {
    expect(faultsOf(aFile(changes))).toEqual([expect.stringMatching(expected)]);
  });

  test('tells two sources that would share their secrets', () => {
    const faults = faultsOf(aFile({ sources: { 'a-b': CURB, A_B: CURB }, reports: [] }));

    expect(faults).toEqual([expect.stringMatching(/^sources.A_B: would take its secrets .* as sources.a-b: give it/)]);
  });

  test.each(['[]', 'null', '1', '"text"'])('takes %s for no configuration', (text) => {
    expect(faultsOf(text)).toEqual(['the file: must be an object, { … }']);
  });

  test('points at the line and column where it stops being JSON', () => {
    expect(faultsOf('{\n  "version": 1,\n}')).toEqual([
      'line 2, column 15: has a comma before the }, which JSON does not allow',
    ]);
  });

  const SECRET = 'Jane.Doe-0815@secret.example';

  propertyTest.prop([fc.nat(400), fc.constantFrom('value', 'key')], { numRuns: 150 })(
    'repeats no address and no secret, wherever it stands',
    (place, what) => {
      const file = JSON.parse(aFile());
      const places: (() => void)[] = [];
      const visit = (node: Record<string, unknown>) => {
        for (const key of Object.keys(node)) {
          const value = node[key];
          if (what === 'value') places.push(() => (node[key] = SECRET));
          else places.push(() => (node[SECRET] = value));
          if (typeof value === 'object' && value !== null) visit(value as Record<string, unknown>);
        }
      };
      visit(file);
      places[place % places.length]?.();

      expect(faultsOf(JSON.stringify(file)).join('\n').toLowerCase()).not.toContain('0815');
    },
  );

  propertyTest.prop([fc.jsonValue()])('answers any JSON with faults, never with another error', (value) => {
    expect(faultsOf(JSON.stringify(value)).length).toBeGreaterThan(0);
  });
});
