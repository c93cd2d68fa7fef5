import { asWrongCall } from './as-wrong-call.js'
import { environment, readConfig, type Config } from '../config.js'

/** The configuration for a command. @throws WrongCall with what is wrong in the environment */
export function configNow(): Config {
  try {
    return readConfig(environment)
  } catch (error) {
    return asWrongCall(error)
  }
}
