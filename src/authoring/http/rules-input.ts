import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsObject, IsOptional, IsString, Matches, MaxLength } from 'class-validator'
import { IsDay } from '../../casework/http/is-day.js'

export class TrialInput {
  @ApiProperty({
    required: false,
    format: 'date',
    description: 'The day at the counter; today, or the nearest on which the rule set counts.',
  })
  @IsOptional()
  @IsDay()
  on?: string

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'By question id, as examples have them.',
  })
  @IsObject()
  answers!: Record<string, unknown>

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'By document id.' })
  @IsOptional()
  @IsObject()
  documents?: Record<string, unknown>
}

export class ProposalInput {
  @ApiProperty({ description: 'SHA-256 of the file that was looked at; another one is refused.' })
  @Matches(/^[0-9a-f]{64}$/)
  @IsString()
  sha256!: string

  @ApiProperty({ description: 'What changed and why; at most 4,000 characters.' })
  @MaxLength(8000)
  @IsString()
  note!: string
}

export class RejectionInput {
  @ApiProperty({ description: 'Why; at most 1,000 characters.' })
  @MaxLength(4000)
  @IsString()
  reason!: string
}
