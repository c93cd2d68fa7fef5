/** Something wrong in a file of the rules: where it stands and what to do, in German for the author. */
export interface FileProblem {
  /** Relative to the rules folder. */
  readonly file: string
  /** JSON pointer (RFC 6901); empty for the whole file. */
  readonly pointer: string
  readonly message: string
}

export const problemLine = ({ file, pointer, message }: FileProblem): string =>
  `${file}:${pointer}: ${message}`
