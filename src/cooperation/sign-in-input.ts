import { ApiProperty } from '@nestjs/swagger'
import { IsOptional, IsString, MaxLength } from 'class-validator'

export class SignInInput {
  @ApiProperty({ example: 'k.schroeder' })
  @MaxLength(100)
  @IsString()
  readonly signInName!: string

  /** Limited, because hashing takes the longer the longer it is. */
  @ApiProperty()
  @MaxLength(200)
  @IsString()
  readonly password!: string
}

export class SignInForm extends SignInInput {
  /** The page that one wanted to see. */
  @IsOptional()
  @MaxLength(500)
  @IsString()
  readonly next?: string
}
