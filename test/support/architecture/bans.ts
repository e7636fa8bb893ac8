import { ban, type HouseRule, packageOnlyIn } from './house-rule.ts';

const TESTS = /^test\//;
/** They are tools for trying things, and have real time of their own. */
const STAND_INS = /^infra\/local\/(?:simulator|aws-stand-in)\//;
const LAUNCHER = /^infra\/local\/(?:launch|installation|install-lock)\.mjs$/;
const COMPOSITION_ROOTS = /^functions\/[^/]+\/container\.ts$|^infra\/local\/host\.ts$/;
const CLOCK_ADAPTER = /^shared\/adapters\/clock\//;
const ENTRIES = /^functions\/[^/]+\/entry\.ts$|^infra\/aws\/app\.ts$|^infra\/local\/cli\.ts$/;

export const BANS: readonly HouseRule[] = [
  ban(
    'time is given, never taken',
    /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(\s*\)|\bperformance\.now\b/,
    [TESTS, COMPOSITION_ROOTS, CLOCK_ADAPTER, LAUNCHER],
    {
      broken: [
        ['shared/application/a.ts', 'const now = Date.now();'],
        ['shared/rendering/a.ts', 'const now = new Date();'],
        ['functions/make-report/handler.ts', 'const now = new Date(\n);'],
        ['infra/local/commands/a.ts', 'const text = Date();'],
      ],
      kept: [
        ['shared/application/a.ts', '/** Not Date.now(). */\nconst at = new Date(instant);'],
        ['functions/make-report/container.ts', 'const clock = { now: () => Date.now() };'],
      ],
    },
  ),
  ban('chance is given, never taken', /\bMath\.random\b/, [TESTS, COMPOSITION_ROOTS], {
    broken: [['shared/adapters/http/a.ts', 'const jitter = Math.random() * 2;']],
    kept: [['infra/local/host.ts', 'const random = Math.random;']],
  }),
  ban(
    'the environment is read at the entry alone',
    /\bprocess\.env\b|\benv\b.*\bfrom 'node:process'/,
    [TESTS, ENTRIES, LAUNCHER],
    {
      broken: [
        ['shared/adapters/s3/a.ts', "const bucket = process.env['BUCKET'];"],
        ['functions/make-report/config.ts', 'const { BUCKET } = process.env;'],
        ['infra/local/host.ts', "import { env } from 'node:process';"],
      ],
      kept: [['functions/make-report/entry.ts', 'export const handler = start(process.env);']],
    },
  ),
  ban(
    'waiting is given, never done',
    /\bset(?:Timeout|Interval)\b|\bfrom 'node:timers/,
    [TESTS, COMPOSITION_ROOTS, STAND_INS, CLOCK_ADAPTER, LAUNCHER],
    {
      broken: [
        ['shared/adapters/http/a.ts', 'await new Promise((resolve) => setTimeout(resolve, 10));'],
        ['infra/local/progress.ts', 'setInterval(draw, 100);'],
        ['shared/application/a.ts', "import { setTimeout } from 'node:timers/promises';"],
      ],
      kept: [['shared/adapters/http/a.ts', 'await sleep(10);']],
    },
  ),
  ban(
    'certificates are always checked',
    /\brejectUnauthorized\b|\bNODE_TLS_REJECT_UNAUTHORIZED\b|\bcheckServerIdentity\b/,
    [TESTS],
    {
      broken: [
        ['shared/adapters/http/http-agent.ts', 'new Agent({ connect: { rejectUnauthorized: false } });'],
        ['functions/make-report/container.ts', "setVariable('NODE_TLS_REJECT_UNAUTHORIZED', '0');"],
        ['shared/adapters/aws/connection-agents.ts', 'const checkServerIdentity = () => undefined;'],
      ],
      kept: [['shared/adapters/http/http-agent.ts', 'new Agent({ connect: { timeout: 5_000 } });']],
    },
  ),
  ban(
    'no source has a name in the domain, the use cases or the renderings',
    /\bcurb\b|\btexture\b|\bCurb|\bTexture/,
    [/^(?!shared\/(?:domain|application|rendering)\/)/],
    {
      broken: [
        ['shared/domain/a.ts', "const kind = 'curb-fleet';"],
        ['shared/rendering/a.ts', "const title = 'Texture report';"],
      ],
      kept: [['shared/adapters/texture/a.ts', "const kind = 'texture';"]],
    },
  ),
  ban('no module of our own is replaced in a test', /\bvi\.(?:mock|doMock)\(\s*(?:import\(\s*)?['"`]\./i, [], {
    broken: [
      ['test/a.test.ts', "vi.mock('../shared/domain/a.ts');"],
      ['test/a.test.ts', "vi.mock(import('../shared/domain/a.ts'), () => ({}));"],
      ['test/a.test.ts', "vi.doMock(\n  './support/a.ts');"],
    ],
    kept: [['test/a.test.ts', "vi.mock('node:fs');"]],
  }),
  packageOnlyIn('temporal-polyfill', [/^shared\/domain\/time\/local-day\.ts$/, TESTS], {
    broken: [['shared/domain/time/period.ts', "import * as PlainDate from 'temporal-polyfill/fns/PlainDate';"]],
    kept: [['shared/domain/time/local-day.ts', "import * as PlainDate from 'temporal-polyfill/fns/PlainDate';"]],
  }),
  packageOnlyIn('date-fns-tz', [/^shared\/rendering\//, /^infra\/local\/clock-label\.ts$/, TESTS], {
    broken: [
      ['shared/application/a.ts', "import { formatInTimeZone } from 'date-fns-tz';"],
      ['infra/local/commands/plan.ts', "import { formatInTimeZone } from 'date-fns-tz';"],
    ],
    kept: [['shared/rendering/language/a.ts', "import { formatInTimeZone } from 'date-fns-tz';"]],
  }),
  packageOnlyIn('aws-cdk-lib', [/^infra\/aws\//, /^test\/infra\/aws\//], {
    broken: [['functions/make-report/a.ts', "import { Duration } from 'aws-cdk-lib';"]],
    kept: [['infra/aws/a.ts', "import { Key } from 'aws-cdk-lib/aws-kms';"]],
  }),
  packageOnlyIn('pdfkit', [/^shared\/rendering\/pdf\/pdfkit-[a-z-]+\.ts$/, TESTS], {
    broken: [['shared/rendering/pdf/sections/a.ts', "import PDFDocument from 'pdfkit';"]],
    kept: [['shared/rendering/pdf/pdfkit-document.ts', "import PDFDocument from 'pdfkit';"]],
  }),
];
