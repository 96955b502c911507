import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode } from 'graphql'

/** How large a document is with its fragments put in their places. */
export type QueryMeasures = { depth: number; fields: number; aliases: number; signIns: number }

/** Deeper than this nothing is measured: the walk is one of recursion, and nobody asks so deep. */
const maxLevels = 100

const nothing: QueryMeasures = { depth: 0, fields: 0, aliases: 0, signIns: 0 }
const endless: QueryMeasures = { depth: Infinity, fields: Infinity, aliases: Infinity, signIns: 0 }

/**
 * Measures every operation of a document together. Each fragment is measured once, however often it is used; one that
 * holds itself is endless. What asks for the schema itself is left out: it is closed in production.
 */
export function measureQuery(document: DocumentNode, signIns: ReadonlySet<string>): QueryMeasures {
  const fragments = new Map<string, SelectionSetNode>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition.selectionSet)
  const known = new Map<string, QueryMeasures>()
  const fragmentOf = (name: string): QueryMeasures => {
    const found = known.get(name)
    if (found) return found
    known.set(name, endless)
    const selections = fragments.get(name)
    const measured = selections ? selectionsOf(selections) : nothing
    known.set(name, measured)
    return measured
  }
  const fieldOf = (field: FieldNode): QueryMeasures => {
    if (field.name.value.startsWith('__')) return nothing
    const below = field.selectionSet ? selectionsOf(field.selectionSet) : nothing
    return {
      depth: below.depth + 1,
      fields: below.fields + 1,
      aliases: below.aliases + (field.alias ? 1 : 0),
      signIns: below.signIns + (signIns.has(field.name.value) ? 1 : 0),
    }
  }
  let level = 0
  const selectionsOf = ({ selections }: SelectionSetNode): QueryMeasures => {
    if (level >= maxLevels) return endless
    level += 1
    const measured = selections
      .map((selection) => {
        if (selection.kind === Kind.FIELD) return fieldOf(selection)
        if (selection.kind === Kind.FRAGMENT_SPREAD) return fragmentOf(selection.name.value)
        return selectionsOf(selection.selectionSet)
      })
      .reduce(together, nothing)
    level -= 1
    return measured
  }
  return document.definitions
    .map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? selectionsOf(definition.selectionSet) : nothing,
    )
    .reduce(together, nothing)
}

function together(one: QueryMeasures, other: QueryMeasures): QueryMeasures {
  return {
    depth: Math.max(one.depth, other.depth),
    fields: one.fields + other.fields,
    aliases: one.aliases + other.aliases,
    signIns: one.signIns + other.signIns,
  }
}
