import { Injectable } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../cooperation/actor.js'
import { Problem } from '../../platform/http/problem.js'
import { cutAtLimit, receiveFiles } from '../../platform/http/receive-files.js'
import { isRefusal, type Refusal } from '../../platform/refusal.js'
import { AddUpload } from '../add-upload.js'
import type { Upload } from '../case-file.js'
import { uploadRefusals } from '../upload-refusals.js'

/** What came of each file in the order in which they were sent; the first refusal ends it. */
export type Received = readonly Upload[] | Refusal | null

@Injectable()
export class ReceiveScan {
  constructor(private readonly uploads: AddUpload) {}

  /** Takes the files of a posted form as scans of one document; `null` for a case that these eyes cannot see. */
  async receive(
    actor: Actor,
    id: string,
    document: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Received> {
    try {
      const { files } = await receiveFiles(request, reply, async ({ file, filename }) => {
        const sent = { content: file, name: filename, isCut: () => file.truncated }
        const result = await this.uploads.add(actor, id, document, sent)
        // What was refused before it was read has to be read to its end, or the form never ends.
        file.resume()
        return result
      })
      return resultOf(files, document)
    } catch (error) {
      if (error instanceof Problem && error.refusals[0]?.code === cutAtLimit)
        return this.uploads.tooLarge(document)
      throw error
    }
  }
}

function resultOf(files: readonly (Upload | Refusal | null)[], document: string): Received {
  if (files.length === 0) return uploadRefusals.none(document)
  const uploads: Upload[] = []
  for (const file of files) {
    if (file === null || isRefusal(file)) return file
    uploads.push(file)
  }
  return uploads
}
