import { createReadStream, createWriteStream } from 'node:fs'
import { json } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'

/** The least that can be done: the bytes of the same files, one after the other. */
const { paths, out } = (await json(process.stdin)) as { paths: string[]; out: string }

async function* bytes() {
  for (const path of paths) yield* createReadStream(path) as AsyncIterable<Buffer>
}

await pipeline(bytes, createWriteStream(out))
