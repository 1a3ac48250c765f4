import process from 'node:process';

/**
 * How long something computes, in milliseconds of the processor: that others keep the machine busy makes it hardly
 * longer. Only for bounds that a step over each place from each place breaks many times over; what is fast is measured
 * by `npm run bench`.
 */
export function computing(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
