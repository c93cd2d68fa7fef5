import { ApiProperty } from '@nestjs/swagger'
import { IsOptional, IsString, MaxLength } from 'class-validator'

export class SignInInput {
  @ApiProperty({ example: 'k.schroeder' })
  @IsString()
  @MaxLength(100)
  readonly signInName!: string

  /** Limited, because hashing takes the longer the longer it is. */
  @ApiProperty()
  @IsString()
  @MaxLength(200)
  readonly password!: string
}

export class SignInForm extends SignInInput {
  /** The page that one wanted to see. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly next?: string
}
