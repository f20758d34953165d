/** A mistake that somebody could make one day, and the test that must see it. */
export type Bug = {
  /** What was done wrong, in a sentence without a full stop. */
  readonly mistake: string
  /** From the root of the repository. */
  readonly file: string
  /** What stands in the file exactly once, and what the mistake makes of it. */
  readonly right: string
  readonly wrong: string
  /** A test file, and the title (or its beginning) of the test in it that has to fail. */
  readonly test: string
  readonly title: string
}
