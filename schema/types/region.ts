import { Field, Float, ID, InputType, ObjectType } from 'type-graphql'
import { describe, regionFields } from '../terms/fields.ts'
import { Datum, LocationPrecision, RegionLevel } from './enums.ts'
import { Node, Recorded } from './node.ts'
import { connectionOf } from './page.ts'
import { Say } from './say.ts'
import { DateScalar, JSONObjectScalar } from './scalars.ts'

@ObjectType('GeoPoint', {
  simpleResolvers: true,
  description: 'A position (位置): WGS 84 (EPSG:4326), degrees.',
})
export class GeoPoint {
  @Field(() => Float, { description: 'Latitude (纬度), degrees north.' })
  lat!: number

  @Field(() => Float, { description: 'Longitude (经度), degrees east.' })
  lon!: number

  @Field(() => Datum, {
    nullable: true,
    description: 'The datum in which it was filed (原坐标系).',
  })
  datumGiven!: string | null

  @Field(() => LocationPrecision, {
    nullable: true,
    description: 'How exactly it is known (定位精度).',
  })
  precision!: string | null
}

@ObjectType('Region', {
  implements: [Node, Recorded],
  simpleResolvers: true,
  description:
    'An administrative division at any of the levels, or a functional zone (高新区, 大亚湾 …), which is none but files reports (区域).',
})
export class Region extends Node {
  sample!: boolean

  @Say(regionFields.code, () => ID)
  code!: string

  @Say(regionFields.level, () => RegionLevel, {
    nullable: true,
    description: `${describe(regionFields.level)} Null for a functional zone.`,
  })
  level!: string | null

  @Say(regionFields.functionalZone, () => Boolean)
  functionalZone!: boolean

  @Say(regionFields.validFrom, () => String, { nullable: true })
  validFrom!: string | null

  @Say(regionFields.validTo, () => String, { nullable: true })
  validTo!: string | null

  @Say(regionFields.basis, () => String, { nullable: true })
  basis!: string | null

  @Say(regionFields.note, () => String, { nullable: true })
  note!: string | null

  @Field(() => JSONObjectScalar, { nullable: true, description: describe(regionFields.boundary) })
  boundary!: object | null
}

@InputType('PeriodInput', { description: 'From one day to another, both included (时段).' })
export class PeriodInput {
  @Field(() => DateScalar, { description: 'First day, ISO 8601.' })
  from!: Date | string

  @Field(() => DateScalar, { description: 'Last day, ISO 8601.' })
  to!: Date | string
}

export const RegionConnection = connectionOf('Region', () => Region)
