import type { FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** The page as HTML text with its doctype. */
export const pageText = (page: VNode): string => `<!doctype html>${renderToString(page)}`

/** Sends a whole page. Never stored: the counter PC is shared, and "back" after sign-out must show nothing. */
export function sendPage(reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  return send(reply, pageText(page), status)
}

/** Sends parts of a page that htmx puts in place. */
export function sendFragment(reply: FastifyReply, fragment: VNode, status = 200): FastifyReply {
  return send(reply, renderToString(fragment), status)
}

/** After a form was posted: the next page is got, so that "reload" posts nothing twice. */
export function sendOn(reply: FastifyReply, to: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(to, 303)
}

function send(reply: FastifyReply, html: string, status: number): FastifyReply {
  return reply
    .status(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('vary', 'hx-request')
    .send(html)
}
