import { Injectable, type PipeTransform } from '@nestjs/common'
import { isUuid } from '../uuid.js'
import { notFound } from './problem.js'

/** `@Param('id', IdPipe) id: string`: what is no id cannot be found, the same 404 as for an unknown one. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUuid(value)) throw notFound()
    return value
  }
}
