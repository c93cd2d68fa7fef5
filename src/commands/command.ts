/** A command of `lotse`: its words, how to call it, what it is for. Loaded when it is used. */
export interface Command {
  readonly words: string
  /** Also says which options there are: others are refused. */
  readonly usage: string
  readonly says: string
  /** What `--help` tells beyond that. */
  readonly help?: string
  /** Returns the exit code: 0 all is well, 1 something was found, 2 the call or its input is wrong. */
  readonly run: (args: string[]) => Promise<number>
}

/** The day in Germany; loaded when a command asks for it, because the clock brings the framework along. */
export const today = async () => new (await import('../platform/clock.js')).Clock().today()
