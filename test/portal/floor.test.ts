import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'

const BUILT = fileURLToPath(new URL('../../dist/portal/client/_astro/', import.meta.url))

/** Syntax that came after Chrome 86 and Safari 14. */
const NEWER: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.PropertyDeclaration]: 'a class field',
  [ts.SyntaxKind.PrivateIdentifier]: 'a private name',
  [ts.SyntaxKind.ClassStaticBlockDeclaration]: 'a static block',
}

/** What browsers of 2020 cannot do, by its name in a script. */
const MISSING =
  /\.(at|findLast|findLastIndex|toSorted|toReversed|toSpliced|groupBy)\(|Object\.hasOwn|structuredClone|randomUUID|AbortSignal\.(timeout|any)|withResolvers/

it('the scripts of the pages hold nothing that Chrome 86 or Safari 14 cannot read', () => {
  const scripts = readdirSync(BUILT).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(4)
  const found = scripts.flatMap((name) => {
    const text = readFileSync(join(BUILT, name), 'utf8')
    const call = MISSING.exec(text)?.[0]
    return [...newerIn(name, text), ...(call === undefined ? [] : [`${name}: ${call}`])]
  })
  expect(found).toEqual([])
})

it('would find newer syntax', () => {
  const text = 'class A { #b = 1; static { this.c = 2 } }; await fetch("/"); x ??= y?.z'
  expect(newerIn('new.js', text)).toEqual([
    'new.js: a class field',
    'new.js: a private name',
    'new.js: a static block',
    'new.js: await outside a function',
  ])
})

function newerIn(name: string, text: string): string[] {
  const found: string[] = []
  const look = (node: ts.Node, inFunction: boolean) => {
    const newer = NEWER[node.kind]
    if (newer !== undefined) found.push(`${name}: ${newer}`)
    if (ts.isAwaitExpression(node) && !inFunction) found.push(`${name}: await outside a function`)
    ts.forEachChild(node, (child) => look(child, inFunction || ts.isFunctionLike(node)))
  }
  look(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS), false)
  return found
}
