/** A column of instants: ISO text in UTC for the program, so that they come out of JSON as they went in. */
export const instantColumn = {
  type: 'timestamptz',
  transformer: { from: (stored: Date): string => stored.toISOString(), to: (text: string): string => text },
} as const
