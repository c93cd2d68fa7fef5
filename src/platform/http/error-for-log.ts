import { QueryFailedError } from 'typeorm'

/** An error as the log has it: what happened where, and nothing of what it happened with. */
export interface ErrorForLog {
  readonly [key: string]: unknown
  type: string
  message: string
  stack: string
}

/**
 * A failed statement carries its values, and what PostgreSQL says of it may quote them: the content of a case. Its
 * SQLSTATE and the statement, with `$1` in the place of values, say enough.
 */
export function errorForLog(error: Error): ErrorForLog {
  const stack = framesOf(error)
  if (!(error instanceof QueryFailedError)) return { type: error.name, message: messageOf(error), stack }
  const { code, constraint } = error.driverError as { code?: string; constraint?: string }
  return { type: error.name, message: `SQLSTATE ${code}`, constraint, query: error.query, stack }
}

/** That a host with more than one address answers at none of them is an AggregateError, which has a code alone. */
const messageOf = ({ message, code = '' }: NodeJS.ErrnoException): string => message || code

/** The stack without its first lines, which repeat the message. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
