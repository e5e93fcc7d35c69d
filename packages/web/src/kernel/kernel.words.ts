/** Words that every room shares. */
export const KERNEL_WORDS = {
  again: 'Try again',
  stale: 'This may be out of date.',
  staleHint: (time: string) => `Unknot can’t be reached; this is what was known at ${time}.`,
}
