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
  @IsString()
  @MaxLength(40)
  language?: string
}
