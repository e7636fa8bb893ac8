import type { TextStream } from './command-line/surroundings.ts';
import { onOneLine } from './plain-text.ts';

/** Tells on stderr how far the work is: a line that changes for a person, plain lines for a log. */
export interface Progress {
  begin(items: number, what: string): void;
  /** A part of an item is done: `done` of `all` local days. */
  part(name: string, done: number, all: number): void;
  finish(name: string, outcome: string): void;
  end(): void;
}

export const NO_PROGRESS: Progress = { begin() {}, part() {}, finish() {}, end() {} };

const REDRAW_MS = 100;
/** An estimate of less experience than this would jump about. */
const ESTIMATE_AFTER_MS = 2_000;
const BAR_CELLS = 20;

export function createProgress(stream: TextStream, monotonicMs: () => number): Progress {
  return stream.isTTY === true ? createBar(stream, monotonicMs) : createLines(stream);
}

function createLines(stream: TextStream): Progress {
  let all = 0;
  let done = 0;
  return {
    begin(items, what) {
      all = items;
      if (items > 0) stream.write(`${items} ${what}\n`);
    },
    part() {},
    finish(name, outcome) {
      done += 1;
      stream.write(`${done}/${all} ${onOneLine(`${name}: ${outcome}`)}\n`);
    },
    end() {},
  };
}

function createBar(stream: TextStream, monotonicMs: () => number): Progress {
  const startedMs = monotonicMs();
  const shares = new Map<string, number>();
  let all = 0;
  let done = 0;
  let drawnMs = Number.NEGATIVE_INFINITY;
  let isDrawn = false;

  const draw = (about: string, force: boolean) => {
    const nowMs = monotonicMs();
    if (!force && nowMs - drawnMs < REDRAW_MS) return;
    drawnMs = nowMs;
    isDrawn = true;
    const share = all === 0 ? 1 : (done + [...shares.values()].reduce((sum, part) => sum + part, 0)) / all;
    const text = `${bar(share)} ${done}/${all} ${timeLeft(nowMs - startedMs, share)}${onOneLine(about)}`;
    // A terminal that does not say how wide it is says 0.
    const columns = stream.columns === undefined || stream.columns === 0 ? 80 : stream.columns;
    stream.write(`\r\u001b[K${text.slice(0, columns - 1)}`);
  };
  return {
    begin(items, what) {
      all = items;
      if (items > 0) draw(what, true);
    },
    part(name, partsDone, parts) {
      shares.set(name, parts === 0 ? 0 : partsDone / parts);
      draw(`${name} (day ${partsDone} of ${parts})`, false);
    },
    finish(name, outcome) {
      shares.delete(name);
      done += 1;
      draw(`${name}: ${outcome}`, done === all);
    },
    end() {
      if (isDrawn) stream.write('\r\u001b[K');
    },
  };
}

function bar(share: number): string {
  const full = Math.max(0, Math.min(BAR_CELLS, Math.floor(share * BAR_CELLS)));
  return `[${'#'.repeat(full)}${'.'.repeat(BAR_CELLS - full)}]`;
}

function timeLeft(elapsedMs: number, share: number): string {
  if (elapsedMs < ESTIMATE_AFTER_MS || share <= 0 || share >= 1) return '';
  const seconds = Math.ceil((elapsedMs / share - elapsedMs) / 1000);
  if (seconds < 90) return `about ${seconds} s left · `;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `about ${minutes} min left · ` : `about ${Math.round(minutes / 60)} h left · `;
}
