// How the parts of an office file find each other (OPC, ISO/IEC 29500-2).

export interface Relation {
  readonly id: string
  /** The last word of its type: `worksheet`, `sharedStrings`, `comments` … */
  readonly type: string
  /** The full name of the part it points at. */
  readonly part: string
}

/** `relationsName('xl/workbook.xml')` → `'xl/_rels/workbook.xml.rels'` */
export function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/** `targetName('xl/worksheets/sheet1.xml', '../drawings/a.xml')` → `'xl/drawings/a.xml'` */
export function targetName(from: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

export function lastWord(type: string): string {
  return type.slice(type.lastIndexOf('/') + 1)
}
