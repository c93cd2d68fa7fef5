/** A column of instants: ISO text in UTC for the program, so that they come out of JSON as they went in. */
export const instantColumn = {
  type: 'timestamptz',
  transformer: { from: (stored: Date): string => stored.toISOString(), to: (text: string): string => text },
} as const

/** The same where there may be none. */
export const maybeInstantColumn = {
  type: 'timestamptz',
  nullable: true,
  transformer: {
    from: (stored: Date | null): string | null => stored?.toISOString() ?? null,
    to: (text: string | null): string | null => text,
  },
} as const
