import { lastWord, type Relation, relationsName, targetName } from '../../office/names.ts'
import type { Archive } from '../../office/unzip.ts'
import { refuse } from './refuse.ts'
import { readXml } from './xml.ts'

/** What a part points at inside the package; nothing outside is ever followed. */
export async function readRelations(zip: Archive, part: string): Promise<Relation[]> {
  const name = relationsName(part)
  const relations: Relation[] = []
  if (!zip.has(name)) return relations
  await readXml(zip.chunks(name), {
    open(element, { Id = '', Type = '', Target = '', TargetMode }) {
      if (element !== 'Relationship' || TargetMode === 'External') return
      relations.push({ id: Id, type: lastWord(Type), part: targetName(part, Target) })
    },
  })
  return relations
}

/** The part with which everything begins. A file with macros says so, whatever it is called. */
export async function mainPart(zip: Archive): Promise<{ part: string; types: readonly string[] }> {
  const types: string[] = []
  await readXml(zip.chunks('[Content_Types].xml'), {
    open: (_, { ContentType = '' }) => void types.push(ContentType),
  })
  if (types.some((type) => /macroEnabled|vbaProject/i.test(type))) throw refuse('R_MACRO', 'macro')
  const relations = await readRelations(zip, '')
  const start = relations.find((relation) => relation.type === 'officeDocument')
  if (!start) throw refuse('R_FORMAT', 'damaged')
  return { part: start.part, types }
}

/** What the parts of a package point at outside of it. */
export async function readOutside(zip: Archive): Promise<Outside[]> {
  const outside: Outside[] = []
  for (const name of zip.names.filter((each) => /(^|\/)_rels\/[^/]*\.rels$/i.test(each))) {
    await readXml(zip.chunks(name), {
      open(element, { Type = '', Target = '', TargetMode }) {
        if (element !== 'Relationship' || TargetMode !== 'External') return
        outside.push({ from: name, type: lastWord(Type), target: Target })
      },
    })
  }
  return outside
}

export interface Outside {
  /** The list of relations in which it stands. */
  readonly from: string
  readonly type: string
  readonly target: string
}

/** What is inside a workbook or document that the hub will not open, by name alone. */
export function refuseContents(names: readonly string[]): void {
  for (const [pattern, code, reason] of UNWELCOME) {
    const name = names.find((each) => pattern.test(each))
    if (name) throw refuse(code, reason, { part: name })
  }
}

const UNWELCOME = [
  [/(^|\/)vbaProject\.bin$|(^|\/)(macrosheets|dialogsheets)\//i, 'R_MACRO', 'macro'],
  [/(^|\/)externalLinks\//i, 'R_FORMAT', 'external-links'],
  [/(^|\/)(embeddings|activeX)\//i, 'R_FORMAT', 'embedded'],
] as const
