import { Field, InputType, ObjectType } from 'type-graphql'
import { stationFields } from '../terms/fields.ts'
import {
  Amenity,
  DemonstrationStatus,
  LocationPrecision,
  OpenStateValue,
  RegionLevel,
  ServiceItem,
  StationFunction,
  StationKind,
  StationSetting,
  StationStatus,
  VenueType,
} from './enums.ts'
import { Node, Recorded } from './node.ts'
import { connectionOf } from './page.ts'
import { Say } from './say.ts'
import { DateScalar, DateTimeScalar } from './scalars.ts'

@ObjectType('Demonstration', {
  description: 'The task to make a station a demonstration site (示范点建设任务).',
})
export class Demonstration {
  @Field(() => RegionLevel, { nullable: true, description: 'Level of the demonstration (级别).' })
  level!: string | null

  @Field(() => DateScalar, { nullable: true, description: 'When it is due (期限).' })
  due!: string | null

  @Field(() => DemonstrationStatus, {
    description: 'How far it is; UNKNOWN until somebody reports (状态).',
  })
  status!: string

  @Field(() => String, {
    description:
      'What the responsible body does: RESPONSIBLE, GUIDE, SELF, COORDINATE; UNKNOWN where the station is only known from a report of progress (职责).',
  })
  role!: string

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the status was reported; null where nobody did (填报日期).',
  })
  reportedOn!: string | null
}

@ObjectType('Station', {
  implements: [Node, Recorded],
  simpleResolvers: true,
  description: 'A volunteer-service station (学雷锋志愿服务站点).',
})
export class Station extends Node {
  sample!: boolean

  @Say(stationFields.kind, () => StationKind)
  kind!: string

  @Say(stationFields.setting, () => StationSetting)
  setting!: string

  @Say(stationFields.venueType, () => VenueType)
  venueType!: string

  @Say(stationFields.status, () => StationStatus)
  status!: string

  @Say(stationFields.locationPrecision, () => LocationPrecision)
  locationPrecision!: string

  @Say(stationFields.publicPhone, () => String, { nullable: true })
  publicPhone!: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Opening hours (开放时间), read from what was filed, in OpenStreetMap syntax where it could be read, else as filed.',
  })
  openingHours!: string | null

  @Say(stationFields.amenities, () => [Amenity])
  amenities!: string[]

  @Say(stationFields.accessible, () => Boolean, { nullable: true })
  accessible!: boolean | null

  @Say(stationFields.services, () => [ServiceItem])
  services!: string[]

  @Say(stationFields.functions, () => [StationFunction])
  functions!: string[]

  @Say(stationFields.lastVerifiedOn, () => DateScalar, { nullable: true })
  lastVerifiedOn!: string | null
}

@ObjectType('OpenState', {
  simpleResolvers: true,
  description: 'Whether a station is open at a moment, and why (开放状态).',
})
export class OpenState {
  @Field(() => OpenStateValue, { description: 'Open, closed, or not known (状态).' })
  value!: string

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When that changes next; null where nobody can tell (下次变化).',
  })
  nextChange!: string | null
}

@InputType('StationFilter', {
  description: 'Which stations (站点筛选): every given part must fit.',
})
export class StationFilter {
  @Field(() => String, {
    nullable: true,
    description: 'A region code, with everything below it (区划).',
  })
  region?: string | null

  @Field(() => [StationSetting], {
    nullable: true,
    description: 'Any of these settings (站点类别).',
  })
  setting?: string[] | null

  @Field(() => [VenueType], { nullable: true, description: 'Any of these venue types (场所类型).' })
  venueType?: string[] | null

  @Field(() => [StationKind], { nullable: true, description: 'Any of these kinds (站点形式).' })
  kind?: string[] | null

  @Field(() => [StationStatus], {
    nullable: true,
    description: 'Any of these statuses (运行状态).',
  })
  status?: string[] | null

  @Field(() => [Amenity], { nullable: true, description: 'All of these amenities (便民设施).' })
  amenities?: string[] | null

  @Field(() => [ServiceItem], { nullable: true, description: 'All of these services (服务项目).' })
  services?: string[] | null

  @Field(() => Boolean, { nullable: true, description: 'Accessible, or known not to be (无障碍).' })
  accessible?: boolean | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Known to be open at that moment; of unknown hours are none among them (开放时间).',
  })
  openAt?: Date | string | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'With a demonstration task, or without (示范点).',
  })
  demonstration?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'That assessed themselves against a standard, or did not (自评).',
  })
  assessed?: boolean | null

  @Field(() => String, {
    nullable: true,
    description:
      'Words for it (文字): names, addresses, districts, what it offers, everyday words, pinyin and its initials.',
  })
  text?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: instead those of which the asked amenities, services, access or hours are not known, and nothing known speaks against (待确认).',
  })
  unconfirmed?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Demonstration data only, or none of it (演示数据).',
  })
  sample?: boolean | null
}

export const StationConnection = connectionOf('Station', () => Station)
