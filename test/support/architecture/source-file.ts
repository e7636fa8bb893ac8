import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PROJECT_FOLDER = path.resolve(import.meta.dirname, '../../..');
const SOURCE_FOLDERS = ['infra', 'functions', 'shared', 'test'];

export interface Import {
  /** As written, or the path from the project's folder for a relative import. */
  readonly target: string;
  readonly isTypeOnly: boolean;
}

export interface SourceFile {
  /** From the project's folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The text without its comments. */
  readonly code: string;
  readonly imports: readonly Import[];
}

/** A file as the rules see it. */
export function sourceFile(filePath: string, text: string): SourceFile {
  const code = withoutComments(text);
  return { path: filePath, text, code, imports: importsOf(filePath, code) };
}

/** Every TypeScript and JavaScript file of the project's own. */
export function allSourceFiles(): SourceFile[] {
  return SOURCE_FOLDERS.flatMap((folder) =>
    readdirSync(path.join(PROJECT_FOLDER, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
      .filter((name) => /\.(?:ts|mjs)$/.test(name) && !/^test\/fixtures\/|\/node_modules\//.test(name))
      .map((name) => sourceFile(name, readFileSync(path.join(PROJECT_FOLDER, name), 'utf8'))),
  );
}

// Whole-line comments, blocks that begin a line, and comments behind code: enough for code that is formatted by a tool.
function withoutComments(text: string): string {
  return text
    .replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, '')
    .replace(/^[ \t]*\/\/.*$/gm, '')
    .replace(/[;,{}()] \/\/ .*$/gm, (comment) => comment[0] ?? '');
}

const IMPORT =
  /^(?:import|export)(\s+type)?\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf(filePath: string, code: string): Import[] {
  return [...code.matchAll(IMPORT)].map(([statement, typeKeyword, fixed, dynamic]) => {
    const written = fixed ?? dynamic ?? '';
    return {
      target: written.startsWith('.') ? path.posix.join(path.posix.dirname(filePath), written) : written,
      isTypeOnly: typeKeyword !== undefined || everyNameIsType(statement),
    };
  });
}

/** `import { type A, type B } from …` brings nothing along at run time either. */
function everyNameIsType(statement: string): boolean {
  const names = /^(?:import|export)\s*\{([^}]*)\}/.exec(statement)?.[1];
  return names?.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')) ?? false;
}
