import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { paths } from './paths.js'

const require = createRequire(import.meta.url)
const kern = dirname(require.resolve('@kern-ux/native/dist/kern.min.css'))

/** Where the files under /assets come from; nothing else of these packages is served. */
const sources = [
  {
    prefix: 'eigen/',
    root: fileURLToPath(new URL('assets/', import.meta.url)),
    files: /^\/[\w-]+\.(css|js|svg)$/,
  },
  { prefix: 'kern/', root: kern, files: /^\/(kern\.min\.css|fonts\/(fira|noto)-sans\/[\w-]+\.woff2)$/ },
  { prefix: 'htmx/', root: dirname(require.resolve('htmx.org')), files: /^\/htmx\.min\.js$/ },
]

/** Puts style sheets, fonts and scripts under /assets. They hold no data, so browsers may keep them for a while. */
export async function serveAssets(server: FastifyInstance): Promise<void> {
  for (const { prefix, root, files } of sources)
    await server.register(fastifyStatic, {
      root,
      prefix: paths.assets + prefix,
      decorateReply: false,
      index: false,
      maxAge: '5m',
      allowedPath: (path) => files.test(path),
    })
}
