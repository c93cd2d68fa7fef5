import { environment, readConfig, WrongConfig, type Config } from './config.js'
import { WrongCall } from './rulebook/command-line.js'

/** The configuration for a command. @throws WrongCall with what is wrong in the environment */
export function configNow(): Config {
  try {
    return readConfig(environment)
  } catch (error) {
    if (error instanceof WrongConfig) throw new WrongCall(error.message, { cause: error })
    throw error
  }
}
