#!/usr/bin/env node
import { lotse } from './lotse.js'

// Who reads through `head` has seen enough when it closes the pipe: nothing went wrong, and the exit code still
// says what the command found.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error
  })

process.exitCode = await lotse(process.argv.slice(2))
