import { onTestFinished, vi } from 'vitest';

/** The lines that the work prints on stdout and stderr, kept off the screen. */
export function capturedOutput(work: () => void): string[] {
  const written: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      written.push(String(chunk));
      return true;
    }),
  );
  const restore = () => {
    for (const spy of spies) spy.mockRestore();
  };
  onTestFinished(restore);
  work();
  restore();
  return written.join('').split('\n').filter(Boolean);
}
