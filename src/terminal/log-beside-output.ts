import { Logger, type LoggerService } from '@nestjs/common'

const tell = (message: unknown): void => void process.stderr.write(`${String(message)}\n`)
const besideOutput: LoggerService = { log: () => undefined, warn: tell, error: tell }

/** For commands: what is noticed on the way stands beside their output, because other programs read that. */
export const logBesideOutput = (): void => Logger.overrideLogger(besideOutput)
