import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator'
import { pointKinds, type PointKind } from '../casework/case-file.js'
import { inboxStates, type InboxState } from './inbox.js'

export class InboxQuery {
  @ApiPropertyOptional({ enum: inboxStates })
  @IsOptional()
  @IsIn(inboxStates)
  readonly state?: InboxState
}

class About {
  @ApiProperty({ enum: pointKinds })
  @IsIn(pointKinds)
  readonly kind!: PointKind

  @ApiProperty({ example: 'einzugsdatum' })
  @IsString()
  @MaxLength(64)
  readonly id!: string
}

class DeficiencyInput {
  @ApiProperty({ type: About })
  @ValidateNested()
  @Type(() => About)
  readonly about!: About

  @ApiProperty({ example: 'Die Unterschrift fehlt.' })
  @IsString()
  @MaxLength(1000)
  readonly text!: string
}

export class SeenVersion {
  @ApiPropertyOptional({ description: 'The version of the case that was looked at; another one is refused.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  readonly version?: number
}

export class ReturnInput {
  @ApiProperty({ type: [DeficiencyInput] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => DeficiencyInput)
  readonly deficiencies!: DeficiencyInput[]
}
