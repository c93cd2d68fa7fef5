import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { OpenAPIObject } from '@nestjs/swagger'

/** `/api/openapi.json`, made when it is first asked for: making it takes longer than the rest of the start. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let document: Promise<OpenAPIObject> | undefined
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', () => (document ??= describeApi(app)))
}

async function describeApi(app: NestFastifyApplication): Promise<OpenAPIObject> {
  const { DocumentBuilder, SwaggerModule } = await import('@nestjs/swagger')
  const frame = new DocumentBuilder()
    .setTitle('Verwaltungslotse')
    .setDescription(
      'Alles, was die Seiten tun, für andere Programme. Fehler kommen als Problem Details (RFC 9457).',
    )
    .setVersion('1')
    .addCookieAuth('sitzung')
    .addSecurityRequirements('cookie')
    .addGlobalResponse(problemResponse)
    .build()
  const document = SwaggerModule.createDocument(app, frame)
  const paths = Object.entries(document.paths).filter(([path]) => path.startsWith('/api/'))
  return { ...document, paths: Object.fromEntries(paths) }
}

const problemResponse = {
  status: 'default' as const,
  description: 'Problem Details (RFC 9457), Texte auf Deutsch',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object' as const,
        required: ['type', 'title', 'status'],
        properties: {
          type: { type: 'string' as const },
          title: { type: 'string' as const },
          status: { type: 'integer' as const },
          detail: { type: 'string' as const },
          code: { type: 'string' as const, description: 'Stable; what programs decide on.' },
          errors: {
            type: 'array' as const,
            items: {
              type: 'object' as const,
              properties: {
                code: { type: 'string' as const },
                detail: { type: 'string' as const },
                pointer: {
                  type: 'string' as const,
                  description: 'The place in the input, or the id it is about.',
                },
              },
            },
          },
        },
      },
    },
  },
}
