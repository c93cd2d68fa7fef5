#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lotse } from './lotse.js'

// A command has the surroundings of the server: it works with the same database, files and keys.
const settings = fileURLToPath(new URL('../.env', import.meta.url))
try {
  if (existsSync(settings)) process.loadEnvFile(settings)
} catch (error) {
  const { code } = error as NodeJS.ErrnoException
  process.stderr.write(
    `${settings} lässt sich nicht lesen (${code}). Bitte mit dem Konto des Programms aufrufen.\n`,
  )
  process.exit(2)
}

// Who reads through `head` has seen enough when it closes the pipe: nothing went wrong, and the exit code still
// says what the command found.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error
  })

process.exitCode = await lotse(process.argv.slice(2))
