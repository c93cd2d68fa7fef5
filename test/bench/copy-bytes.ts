import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { json } from 'node:stream/consumers'

/** The least that can be done: the bytes of the same files, one after the other. */
for (const path of (await json(process.stdin)) as string[])
  for await (const chunk of createReadStream(path))
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain')
