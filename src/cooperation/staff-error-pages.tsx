import { Injectable } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ErrorPages } from '../platform/http/error-pages.js'
import { titleOf } from '../platform/http/problem.js'
import { ErrorPage } from '../web/error.page.js'
import { paths } from '../web/paths.js'
import { sendOn, sendPage } from '../web/send-page.js'
import { viewerOf } from './actor.js'
import { signInFor } from './next-page.js'
import { SignInPage } from './sign-in.page.js'

const openTooLong = 'Die Seite war lange geöffnet. Bitte melden Sie sich noch einmal an.'

/** Error pages with the header of the signed-in person; who is not signed in is led to the sign-in page. */
@Injectable()
export class StaffErrorPages extends ErrorPages {
  send(request: FastifyRequest, reply: FastifyReply, status: number, message: string | undefined): void {
    if (status === 401 && request.method === 'GET' && request.headers['hx-request'] === undefined)
      return void sendOn(reply, signInFor(request.url))
    if (status === 401 && request.method === 'POST' && request.url === paths.signIn)
      return void sendPage(
        reply,
        <SignInPage csrf={reply.generateCsrf()} next={paths.home} problem={openTooLong} />,
        status,
      )
    const viewer = request.actor ? viewerOf(request.actor) : null
    const csrf = viewer ? reply.generateCsrf() : ''
    const page = (
      <ErrorPage
        status={status}
        title={titleOf(status)}
        signIn={signInFor(formPage(request))}
        viewer={viewer}
        csrf={csrf}
        {...(message !== undefined && { message })}
      />
    )
    sendPage(reply, page, status)
  }
}

/** The page with the form that was sent. */
function formPage({ headers: { referer = '' } }: FastifyRequest): string {
  const { pathname = paths.home, search = '' } = URL.parse(referer) ?? {}
  return pathname + search
}
