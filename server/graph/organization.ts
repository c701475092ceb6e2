import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { parse } from '../../schema/tables/row.ts'
import {
  Organization,
  OrganizationConnection,
  OrganizationFilter,
} from '../../schema/types/organization.ts'
import { Region } from '../../schema/types/region.ts'
import {
  findChildOrganizations,
  type OrganizationRow,
  organizationsQuery,
} from '../records/organization.ts'
import type { RegionRow } from '../records/region.ts'
import { BothWaysPage, ForwardPage } from './arguments.ts'
import { BY_NAME, childrenOf, listOf } from './connection.ts'
import { batch, type Context, type Root as RootValue, recordOf, revisionAt } from './context.ts'
import { LangArg, nameOf } from './recorded.ts'

@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, { nullable: true, description: 'An organization by its id (组织).' })
  organization(@Arg('id', () => ID) id: string, @Root() root: RootValue, @Ctx() context: Context) {
    return recordOf(context, 'organization', id, revisionAt(root, context))
  }

  @Query(() => OrganizationConnection, { description: 'Organizations (组织), by name.' })
  organizations(
    @Arg('filter', () => OrganizationFilter, { nullable: true }) filter: OrganizationFilter | null,
    @Args(() => BothWaysPage) page: BothWaysPage,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ) {
    const query = organizationsQuery(context.db, revisionAt(root, context), filter ?? {})
    return listOf(query, BY_NAME, page)
  }

  @FieldResolver(() => String, { description: 'Its name (组织名称).' })
  name(@Root() organization: OrganizationRow, @LangArg() lang: string): string {
    return nameOf(organization, lang)
  }

  @FieldResolver()
  professionalFields(@Root() organization: OrganizationRow) {
    return parse(organization.professionalFields)
  }

  @FieldResolver()
  platforms(@Root() organization: OrganizationRow) {
    return parse(organization.platforms)
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Where it belongs (所在区划).' })
  region(@Root() organization: OrganizationRow, @Ctx() context: Context) {
    return recordOf(context, 'region', organization.region, organization.at)
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organization above it (上级组织).',
  })
  parent(@Root() organization: OrganizationRow, @Ctx() context: Context) {
    return recordOf(context, 'organization', organization.parent, organization.at)
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Its competent body (主管单位).',
  })
  competentBody(@Root() organization: OrganizationRow, @Ctx() context: Context) {
    return recordOf(context, 'organization', organization.competentBody, organization.at)
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Where this record was merged into another; its id and page stay (并入).',
  })
  replacedBy(@Root() organization: OrganizationRow, @Ctx() context: Context) {
    return recordOf(context, 'organization', organization.replacedBy, organization.at)
  }

  @FieldResolver(() => Boolean, {
    description: 'False once a complete register of its region no longer lists it (在册).',
  })
  active(@Root() organization: OrganizationRow): boolean {
    return organization.active !== 0
  }

  @FieldResolver(() => [Organization], {
    description: 'The organizations straight below it (下级组织).',
  })
  async children(@Root() { id, at }: OrganizationRow, @Ctx() context: Context) {
    const children = batch(context, `organization children ${at}`, async (parents) =>
      Map.groupBy(await findChildOrganizations(context.db, parents, at), (one) => one.parent ?? ''),
    )
    return (await children.load(id)) ?? []
  }
}

@Resolver(() => Region)
export class RegionOrganizations {
  @FieldResolver(() => OrganizationConnection, {
    description: 'Organizations there and below (组织).',
  })
  organizations(
    @Root() { id, at }: RegionRow,
    @Arg('filter', () => OrganizationFilter, { nullable: true }) filter: OrganizationFilter | null,
    @Args(() => ForwardPage) request: ForwardPage,
    @Ctx() context: Context,
  ) {
    return childrenOf(context, id, {
      name: `region organizations ${JSON.stringify(filter)}`,
      query: () => organizationsQuery(context.db, at, filter ?? {}),
      kinship: { within: 'region' },
      order: BY_NAME,
      request,
      at,
    })
  }
}
