import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator'
import { pointKinds, type PointKind } from '../casework/case-file.js'
import { longestText } from './deficiencies-given.js'
import { inboxStates, type InboxState } from './inbox.js'

export class InboxQuery {
  @ApiPropertyOptional({ enum: inboxStates })
  @IsOptional()
  @IsIn(inboxStates)
  readonly state?: InboxState

  @ApiPropertyOptional({ description: 'Words of the name, the number or the title of the service.' })
  @IsOptional()
  @MaxLength(200)
  @IsString()
  readonly text?: string
}

class About {
  @ApiProperty({ enum: pointKinds })
  @IsIn(pointKinds)
  readonly kind!: PointKind

  @ApiProperty({ example: 'einzugsdatum' })
  @MaxLength(64)
  @IsString()
  readonly id!: string
}

class DeficiencyInput {
  @ApiProperty({ type: About })
  @ValidateNested()
  @Type(() => About)
  @IsObject()
  readonly about!: About

  @ApiProperty({ example: 'Die Unterschrift fehlt.' })
  @MaxLength(longestText)
  @IsString()
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
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => DeficiencyInput)
  @IsObject({ each: true })
  @IsArray()
  readonly deficiencies!: DeficiencyInput[]
}
