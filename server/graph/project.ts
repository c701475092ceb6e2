import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { parse } from '../../schema/tables/row.ts'
import { Organization } from '../../schema/types/organization.ts'
import { Project, ProjectConnection, ProjectFilter } from '../../schema/types/project.ts'
import { Region } from '../../schema/types/region.ts'
import { Station } from '../../schema/types/station.ts'
import type { OrganizationRow } from '../records/organization.ts'
import { type ProjectRow, projectsQuery } from '../records/project.ts'
import type { RegionRow } from '../records/region.ts'
import type { StationRow } from '../records/station.ts'
import { BothWaysPage, ForwardPage } from './arguments.ts'
import { BY_NAME, childrenOf, listOf } from './connection.ts'
import { type Context, type Root as RootValue, recordOf, revisionAt } from './context.ts'
import { LangArg, nameOf } from './recorded.ts'

@Resolver(() => Project)
export class ProjectResolver {
  @Query(() => Project, { nullable: true, description: 'A project by its id (项目).' })
  project(@Arg('id', () => ID) id: string, @Root() root: RootValue, @Ctx() context: Context) {
    return recordOf(context, 'project', id, revisionAt(root, context))
  }

  @Query(() => ProjectConnection, { description: 'Projects (项目), by name.' })
  projects(
    @Arg('filter', () => ProjectFilter, { nullable: true }) filter: ProjectFilter | null,
    @Args(() => BothWaysPage) page: BothWaysPage,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ) {
    return listOf(projectsQuery(context.db, revisionAt(root, context), filter ?? {}), BY_NAME, page)
  }

  @FieldResolver(() => String, { description: 'Its name (项目名称).' })
  name(@Root() project: ProjectRow, @LangArg() lang: string): string {
    return nameOf(project, lang)
  }

  @FieldResolver(() => Organization, { description: 'Who carries it out (实施组织).' })
  organization(@Root() project: ProjectRow, @Ctx() context: Context) {
    return recordOf(context, 'organization', project.organization, project.at)
  }

  @FieldResolver(() => Station, {
    nullable: true,
    description: 'Where it is carried out (服务站点).',
  })
  station(@Root() project: ProjectRow, @Ctx() context: Context) {
    return recordOf(context, 'station', project.station, project.at)
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Where it belongs (所在区划).' })
  region(@Root() project: ProjectRow, @Ctx() context: Context) {
    return recordOf(context, 'region', project.region, project.at)
  }

  @FieldResolver()
  fields(@Root() project: ProjectRow) {
    return parse(project.fields)
  }

  @FieldResolver()
  services(@Root() project: ProjectRow) {
    return parse(project.services)
  }

  @FieldResolver()
  audiences(@Root() project: ProjectRow) {
    return parse(project.audiences)
  }

  @FieldResolver()
  themes(@Root() project: ProjectRow) {
    return parse(project.themes)
  }

  @FieldResolver()
  positions(@Root() project: ProjectRow) {
    return parse(project.positions)
  }

  @FieldResolver()
  transitions(@Root() project: ProjectRow) {
    return parse(project.transitions)
  }
}

@Resolver(() => Region)
export class RegionProjects {
  @FieldResolver(() => ProjectConnection, { description: 'Projects there and below (项目).' })
  projects(
    @Root() { id, at }: RegionRow,
    @Arg('filter', () => ProjectFilter, { nullable: true }) filter: ProjectFilter | null,
    @Args(() => ForwardPage) request: ForwardPage,
    @Ctx() context: Context,
  ) {
    return childrenOf(context, id, {
      name: `region projects ${JSON.stringify(filter)}`,
      query: () => projectsQuery(context.db, at, filter ?? {}),
      kinship: { within: 'region' },
      order: BY_NAME,
      request,
      at,
    })
  }
}

@Resolver(() => Organization)
export class OrganizationProjects {
  @FieldResolver(() => ProjectConnection, { description: 'Its projects (项目).' })
  projects(
    @Root() organization: OrganizationRow,
    @Args(() => ForwardPage) request: ForwardPage,
    @Ctx() context: Context,
  ) {
    return projectsBy('organization', organization, request, context)
  }
}

@Resolver(() => Station)
export class StationProjects {
  @FieldResolver(() => ProjectConnection, { description: 'The projects carried out there (项目).' })
  projects(
    @Root() station: StationRow,
    @Args(() => ForwardPage) request: ForwardPage,
    @Ctx() context: Context,
  ) {
    return projectsBy('station', station, request, context)
  }
}

function projectsBy(
  column: 'organization' | 'station',
  { id, at }: { id: string; at: number },
  request: ForwardPage,
  context: Context,
) {
  return childrenOf(context, id, {
    name: `${column} projects`,
    query: () => projectsQuery(context.db, at),
    kinship: { column },
    order: BY_NAME,
    request,
    at,
  })
}
