import { Field, Float, InputType, Int, ObjectType } from 'type-graphql'
import { Datum } from './enums.ts'
import { PageInfo } from './page.ts'
import { GeoPoint } from './region.ts'
import { Station } from './station.ts'

@InputType('GeoPointInput', { description: 'A position to look from (所在位置), in degrees.' })
export class GeoPointInput {
  @Field(() => Float, { description: 'Latitude (纬度), degrees north, -90 to 90.' })
  lat!: number

  @Field(() => Float, { description: 'Longitude (经度), degrees east, -180 to 180.' })
  lon!: number

  @Field(() => Datum, {
    nullable: true,
    defaultValue: 'WGS84',
    description: 'The datum it is given in (坐标系): that of phones unless said.',
  })
  datum?: string | null
}

@InputType('GeoBoxInput', { description: 'A part of the map (地图范围), in degrees of WGS 84.' })
export class GeoBoxInput {
  @Field(() => Float, { description: 'Its western edge, degrees east.' })
  west!: number

  @Field(() => Float, { description: 'Its southern edge, degrees north.' })
  south!: number

  @Field(() => Float, { description: 'Its eastern edge, degrees east, not west of the western.' })
  east!: number

  @Field(() => Float, { description: 'Its northern edge, degrees north.' })
  north!: number
}

@ObjectType('StationCluster', {
  simpleResolvers: true,
  description: 'Several stations too close together to be told apart on a map (聚合点).',
})
export class StationCluster {
  @Field(() => GeoPoint, { description: 'The middle of them, WGS 84.' })
  point!: GeoPoint

  @Field(() => Int, { description: 'How many they are.' })
  count!: number

  @Field(() => [Float], { description: 'The box around them: west, south, east, north.' })
  box!: number[]
}

@ObjectType('StationMap', {
  simpleResolvers: true,
  description: 'What a map shows of stations (地图): single ones, and clusters.',
})
export class StationMap {
  @Field(() => [StationCluster], { description: 'Those that stand too close together.' })
  clusters!: StationCluster[]

  @Field(() => [Station], { description: 'Those that stand alone.' })
  stations!: Station[]

  @Field(() => Int, { description: 'How many stations lie in the box, clusters counted out.' })
  totalCount!: number
}

@ObjectType('StationNearEdge', {
  simpleResolvers: true,
  description: 'One station in a list by distance (由近及远的站点).',
})
export class StationNearEdge {
  @Field(() => String, { description: 'Where it lies in the list from this point; opaque.' })
  cursor!: string

  @Field(() => Station, { description: 'The station itself.' })
  node!: Station

  @Field(() => Float, {
    nullable: true,
    description:
      'Metres by great circle (距离); null where its position is known to the township at best.',
  })
  distanceMetres!: number | null
}

@ObjectType('StationNearConnection', {
  simpleResolvers: true,
  description: 'A page of stations, nearest first (由近及远).',
})
export class StationNearConnection {
  @Field(() => [StationNearEdge], { description: 'The stations with their distances.' })
  edges!: StationNearEdge[]

  @Field(() => PageInfo, { description: 'Where the page lies.' })
  pageInfo!: PageInfo
}

@ObjectType('NavigationLinks', {
  simpleResolvers: true,
  description: 'Links that open a map and show the way to a station (导航).',
})
export class NavigationLinks {
  @Field(() => String, { description: 'Amap (高德地图), GCJ-02.' })
  amap!: string

  @Field(() => String, { description: 'Baidu Maps (百度地图), BD-09.' })
  baidu!: string

  @Field(() => String, { description: 'Tencent Maps (腾讯地图), GCJ-02.' })
  tencent!: string

  @Field(() => String, { description: 'Apple Maps (苹果地图), GCJ-02 as its maps of China are.' })
  apple!: string

  @Field(() => String, { description: 'Any map on the device: a geo: URI (RFC 5870), WGS 84.' })
  geo!: string
}
