import { ApiProperty } from '@nestjs/swagger'
import { IsOptional, IsString, MaxLength } from 'class-validator'

/** Which note is wanted. */
export class NoteForm {
  @ApiProperty({
    required: false,
    example: 'uk',
    description: 'The language beside German; empty for German alone.',
  })
  @IsOptional()
  @MaxLength(40)
  @IsString()
  language?: string
}
