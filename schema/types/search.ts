import { createUnionType } from 'type-graphql'
import { Campaign } from './campaign.ts'
import { PolicyDocument } from './document.ts'
import { TYPE_OF_ID } from './node.ts'
import { Organization } from './organization.ts'
import { connectionOf } from './page.ts'
import { Project } from './project.ts'
import { Region } from './region.ts'
import { Station } from './station.ts'

export const SearchResult = createUnionType({
  name: 'SearchResult',
  description: 'Anything that can be looked for (搜索结果).',
  types: () => [Station, Organization, Project, Campaign, Region, PolicyDocument] as const,
  resolveType: ({ id }: { id: string }) => TYPE_OF_ID[id.split(':', 1)[0] as string],
})

export const SearchConnection = connectionOf('Search', () => SearchResult as never)
