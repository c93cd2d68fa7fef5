import { ApiProperty } from '@nestjs/swagger'
import { IsDefined, IsIn, IsInt, IsISO8601, IsOptional, IsString, MaxLength, Min } from 'class-validator'
import { states, type State } from '../life-cycle.js'
import { waysSeen, type WaySeen } from '../../precheck/rule-set.js'

export class OpenCaseInput {
  @ApiProperty({ description: 'The service, as `GET /api/services` names it.', example: 'wohngeld' })
  @IsString()
  @MaxLength(100)
  service!: string
}

export class CaseQueryInput {
  @ApiProperty({ required: false, description: 'Words of the name, the number or the title of the service.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  text?: string

  @ApiProperty({ required: false, enum: states })
  @IsOptional()
  @IsIn(states)
  state?: State
}

export class AnswerInput {
  @ApiProperty({
    description: 'The answer in the form of its kind; `"unknown"` where the question allows it.',
    oneOf: [
      { type: 'boolean' },
      { type: 'number' },
      { type: 'string' },
      { type: 'object' },
      { type: 'array', items: {} },
    ],
  })
  @IsDefined()
  value!: unknown

  @ApiProperty({ description: 'The revision of the answer that was read; 0 if there was none.' })
  @IsInt()
  @Min(0)
  revision!: number
}

export class EvidenceInput {
  @ApiProperty({ enum: waysSeen })
  @IsIn(waysSeen)
  seen!: WaySeen

  @ApiProperty({ required: false, format: 'date', example: '2026-11-02' })
  @IsOptional()
  @IsISO8601({ strict: true })
  @MaxLength(10)
  issuedOn?: string

  @ApiProperty({ required: false, description: 'Why the document is not needed.' })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  reason?: string

  @ApiProperty({ description: 'The revision of the entry that was read; 0 if there was none.' })
  @IsInt()
  @Min(0)
  revision!: number
}

export class ApplicantInput {
  @ApiProperty({ description: 'The name of the applicant; empty takes it away.' })
  @IsString()
  @MaxLength(200)
  name!: string
}

export class FinishInput {
  @ApiProperty({ required: false, description: 'Needed against the advice or with open points.' })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  reason?: string

  @ApiProperty({ required: false, description: 'The version of the case file that was reviewed.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number
}

export class MoveOverInput {
  @ApiProperty({
    description: 'The rule set, as `moveOver.to` of the case names it.',
    example: 'wohngeld@2026-07-01',
  })
  @IsString()
  @MaxLength(200)
  to!: string

  @ApiProperty({ required: false, description: 'The version of the case file that was looked at.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number
}

export class WithdrawInput {
  @ApiProperty({ description: 'Why; at most 1,000 characters.' })
  @IsString()
  @MaxLength(4000)
  reason!: string
}
