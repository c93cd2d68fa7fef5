import { Injectable, type PipeTransform } from '@nestjs/common'
import { notFound } from './problem.js'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** `@Param('id', IdPipe) id: string`: what is no id cannot be found, the same 404 as for an unknown one. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!uuid.test(value)) throw notFound()
    return value
  }
}
