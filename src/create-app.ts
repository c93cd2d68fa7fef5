import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { AppModule } from './app.module.js'
import type { RunningConfig } from './config.js'
import { ActorStore } from './cooperation/actor.store.js'
import { recognise } from './cooperation/session.js'
import { Clock } from './platform/clock.js'
import { serverAdapter } from './platform/http/adapter.js'
import { nestLog } from './platform/http/nest-log.js'
import { serveOpenApi } from './platform/http/open-api.js'
import { secureServer } from './platform/http/secure-server.js'
import { SessionStore } from './platform/http/session.store.js'
import { serveAssets } from './web/serve-assets.js'

/** The whole program, with its tables up to date, ready to listen. */
export async function createApp(config: RunningConfig, clock = new Clock()): Promise<NestFastifyApplication> {
  const adapter = serverAdapter(config)
  const server = adapter.getInstance()
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, clock), adapter, {
    logger: nestLog(server.log),
    abortOnError: false,
  })
  await secureServer(server, config, app.get(SessionStore), serveAssets)
  server.addHook('onRequest', recognise(app.get(ActorStore)))
  serveOpenApi(app)
  await app.init()
  await server.ready()
  return app
}
