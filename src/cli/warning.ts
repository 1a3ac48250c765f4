/** How a command says that something went wrong, or was left out. */
import { onOneLine } from './textWidth.ts';

/** One line, whatever texts of a backlog are in it. Only a fault of our own keeps the lines that say where it happened. */
export function asWarning(line: string): string {
  return `refinery: ${line.includes('\n    at ') ? line : onOneLine(line)}\n`;
}
