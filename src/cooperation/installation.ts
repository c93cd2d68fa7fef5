import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  MinLength,
  ValidateNested,
} from 'class-validator'
import { authorityKinds, type AuthorityKind } from './authority.js'
import { deliveryForms, type DeliveryForm } from './delivery-target.js'
import { type Role, roles } from './staff.js'

const key = /^[a-z0-9]+(-[a-z0-9]+)*$/

export class DeliveryInput {
  @IsIn(deliveryForms)
  readonly form!: DeliveryForm

  /** Folder or https address; whether it can be used is checked with the references. */
  @Length(1, 500)
  readonly to!: string

  @IsOptional()
  @IsBoolean()
  readonly originals?: boolean
}

export class DepartmentInput {
  /** The `department` of the rule sets. */
  @Matches(key)
  readonly key!: string

  @Length(1, 200)
  readonly name!: string

  /** Where packages go besides the inbox; without it nowhere. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DeliveryInput)
  readonly delivery?: DeliveryInput
}

export class AuthorityInput {
  @Matches(key)
  readonly key!: string

  @Length(1, 200)
  readonly name!: string

  @IsIn(authorityKinds)
  readonly kind!: AuthorityKind

  @ValidateNested({ each: true })
  @Type(() => DepartmentInput)
  @IsObject({ each: true })
  @IsArray()
  readonly departments!: DepartmentInput[]
}

export class OfficeInput {
  @Matches(key)
  readonly key!: string

  @Length(1, 200)
  readonly name!: string

  @IsIn(['A', 'B'])
  readonly type!: 'A' | 'B'

  /** Key of the authority that runs it. */
  @IsString()
  readonly authority!: string

  @Length(1, 300)
  readonly address!: string

  /** Service → `authority/department` that decides on what is applied for here. */
  @IsObject()
  readonly services!: Readonly<Record<string, string>>
}

export class StaffInput {
  @Matches(/^[a-z0-9]+([.\-_][a-z0-9]+)*$/)
  readonly signInName!: string

  @Length(1, 200)
  readonly name!: string

  @IsIn(roles, { each: true })
  @IsArray()
  readonly roles!: Role[]

  /** Key of the authority that employs them. */
  @IsString()
  readonly authority!: string

  /** Key of the office where they work. */
  @IsOptional()
  @IsString()
  readonly office?: string

  /** Key of the department of their authority where they work. */
  @IsOptional()
  @IsString()
  readonly department?: string

  /** Whoever has left: no sign-in any more. What they did stays under their name, so nobody is taken out. */
  @IsOptional()
  @IsBoolean()
  readonly disabled?: boolean
}

/** An installation file: who works together, where, on what. */
export class InstallationInput {
  @Length(1, 200)
  readonly name!: string

  /** For a demonstration only: everybody's password. Without it each gets one of their own, told once. */
  @IsOptional()
  @MinLength(8)
  readonly demonstrationPassword?: string

  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => AuthorityInput)
  @IsObject({ each: true })
  @IsArray()
  readonly authorities!: AuthorityInput[]

  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => OfficeInput)
  @IsObject({ each: true })
  @IsArray()
  readonly offices!: OfficeInput[]

  @ArrayMaxSize(10_000)
  @ValidateNested({ each: true })
  @Type(() => StaffInput)
  @IsObject({ each: true })
  @IsArray()
  readonly staff!: StaffInput[]
}

/** `lk/kfz-zulassung` as its two keys. */
export function routeKeys(route: string): { readonly authority: string; readonly department: string } {
  const [authority = '', department = ''] = route.split('/')
  return { authority, department }
}
