import { Injectable } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import type { Actor } from '../../cooperation/actor.js'
import { FileStore } from '../../platform/file-store.js'
import { orProblem } from '../../platform/http/or-problem.js'
import { notFound } from '../../platform/http/problem.js'
import { MakeNote, type Note } from '../note/make-note.js'
import { PackageStore, readerOf } from '../package.store.js'

/** Sends packages and notes, to the pages and to programs alike. */
@Injectable()
export class SendPdf {
  constructor(
    private readonly packages: PackageStore,
    private readonly files: FileStore,
    private readonly note: MakeNote,
  ) {}

  /** The package that was handed over last, or the one with this id. The same bytes each time. */
  async package(
    actor: Actor,
    id: string,
    wanted: string | undefined,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const packages = await this.packages.of(id, readerOf(actor))
    const found = wanted === undefined ? packages[0] : packages.find((one) => one.id === wanted)
    if (found === undefined) throw notFound()
    return asPdf(reply, `uebergabepaket-${found.contents.caseFile.number}`, found.bytes).send(
      this.files.stream(found.sha256),
    )
  }

  /** A new note, with a code of its own. */
  async noteFor(actor: Actor, id: string, language: string, reply: FastifyReply): Promise<FastifyReply> {
    const note = orProblem<Note>(await this.note.make(actor, id, language))
    return asPdf(reply, `laufzettel-${note.caseNumber}`, note.pdf.length).send(note.pdf)
  }
}

const asPdf = (reply: FastifyReply, name: string, bytes: number): FastifyReply =>
  reply
    .header('content-type', 'application/pdf')
    .header('content-length', bytes)
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .header('cache-control', 'no-store')
