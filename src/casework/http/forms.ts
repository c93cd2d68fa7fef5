import { ApiProperty } from '@nestjs/swagger'
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator'
import { pointKinds, type PointKind } from '../case-file.js'

/** A disputed point that the office has dealt with. */
export class PointForm {
  @ApiProperty({ enum: pointKinds })
  @IsIn(pointKinds)
  kind!: PointKind

  @ApiProperty({ description: 'The id of the question, document or rule.' })
  @MaxLength(200)
  @IsString()
  id!: string
}

/** A move to another rule set, as the clerk saw it. */
export class MoveOverForm {
  @ApiProperty({ description: 'The id of the rule set, as `moveOver.to` of the case names it.' })
  @MaxLength(200)
  @IsString()
  to!: string

  @ApiProperty({ required: false, description: 'The version of the case file that was looked at.' })
  @IsOptional()
  @MaxLength(20)
  @IsString()
  version?: string
}

/** A way out of the office, with its reason where one is needed. */
export class ReasonForm {
  @ApiProperty({ required: false, description: 'Why; at most 1,000 characters.' })
  @IsOptional()
  @MaxLength(4000)
  @IsString()
  reason?: string

  @ApiProperty({ required: false, description: 'The version of the case file that was looked at.' })
  @IsOptional()
  @MaxLength(20)
  @IsString()
  version?: string
}

/** The version that the reviewed page showed, or `null` where it is not said. */
export const versionIn = ({ version = '' }: { readonly version?: string }): number | null =>
  /^\d{1,9}$/.test(version) ? Number(version) : null
