import { ApiProperty } from '@nestjs/swagger'
import { IsDefined, IsIn, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator'
import { IsDay } from './is-day.js'
import { states, type State } from '../life-cycle.js'
import { waysSeen, type WaySeen } from '../../precheck/rule-set.js'

export class OpenCaseInput {
  @ApiProperty({ description: 'The service, as `GET /api/services` names it.', example: 'wohngeld' })
  @MaxLength(100)
  @IsString()
  service!: string
}

export class CaseQueryInput {
  @ApiProperty({ required: false, description: 'Words of the name, the number or the title of the service.' })
  @IsOptional()
  @MaxLength(200)
  @IsString()
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
  @Min(0)
  @IsInt()
  revision!: number
}

export class EvidenceInput {
  @ApiProperty({ enum: waysSeen })
  @IsIn(waysSeen)
  seen!: WaySeen

  @ApiProperty({ required: false, format: 'date', example: '2026-11-02' })
  @IsOptional()
  @IsDay()
  issuedOn?: string

  @ApiProperty({ required: false, description: 'Why the document is not needed.' })
  @IsOptional()
  @MaxLength(4000)
  @IsString()
  reason?: string

  @ApiProperty({ description: 'The revision of the entry that was read; 0 if there was none.' })
  @Min(0)
  @IsInt()
  revision!: number
}

export class ApplicantInput {
  @ApiProperty({ description: 'The name of the applicant; empty takes it away.' })
  @MaxLength(200)
  @IsString()
  name!: string
}

export class FinishInput {
  @ApiProperty({ required: false, description: 'Needed against the advice or with open points.' })
  @IsOptional()
  @MaxLength(4000)
  @IsString()
  reason?: string

  @ApiProperty({ required: false, description: 'The version of the case file that was reviewed.' })
  @IsOptional()
  @Min(1)
  @IsInt()
  version?: number
}

export class MoveOverInput {
  @ApiProperty({
    description: 'The rule set, as `moveOver.to` of the case names it.',
    example: 'wohngeld@2026-07-01',
  })
  @MaxLength(200)
  @IsString()
  to!: string

  @ApiProperty({ required: false, description: 'The version of the case file that was looked at.' })
  @IsOptional()
  @Min(1)
  @IsInt()
  version?: number
}

export class WithdrawInput {
  @ApiProperty({ description: 'Why; at most 1,000 characters.' })
  @MaxLength(4000)
  @IsString()
  reason!: string
}
