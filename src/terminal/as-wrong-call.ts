import { WrongConfig } from '../config.js'
import { StartFailure } from '../platform/start-failure.js'
import { WrongCall } from './command-line.js'

/**
 * For commands: what is wrong in their surroundings can be put right, and is told in a sentence.
 * @throws WrongCall for it, and any other error as it is
 */
export function asWrongCall(error: unknown): never {
  if (error instanceof WrongConfig || error instanceof StartFailure)
    throw new WrongCall(error.message, { cause: error })
  throw error
}
