import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { endpoints } from '../../access/rolesTable'
import { nobody } from '../../access/rule'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { languageOf } from '../../lib/language'
import { openDoor } from '../../lib/openDoor'
import { refusal } from '../../lib/refuse'
import { casesBeside } from '../../services/imports/casesBeside'
import { type ImportSource, isImportSource } from '../../services/imports/importSources'
import { replanImport } from '../../services/imports/replanImport'
import { importPlanIn, importPlanOut } from './contract'
import { importDoors } from './importDoors'
import { showPlanItem } from './showImport'

/** How many changed rows an answer holds; a decision for all may change them all. */
const maxShownRows = 1_000

/** `POST /api/import/:id/plan`: plans a preview anew with decisions and corrections; who may bring the file may. */
export const planEndpoint = defineEndpoint({
  door: 'POST /api/import/:id/plan',
  title: {
    de: 'Vorschau mit Entscheidungen und Berichtigungen neu planen',
    en: 'Plan a preview anew with decisions and corrections',
  },
  refuses: {
    404: ['notFound'],
    409: ['importClosed', 'planBusy'],
    422: ['decisionRefused', 'correctionRefused'],
  },
  params: z.object({ id: z.string() }),
  body: importPlanIn,
  output: importPlanOut,
  handle: async ({ req, params, body }) => {
    const sourceOf = (kind: string) => sourceBehindDoor(req, kind)
    const replanned = await replanImport({ req, importId: params.id, sourceOf, ...body })
    const { importId, counts, items, amendments } = replanned
    const shown = items.slice(0, maxShownRows)
    const beside = await casesBeside({ req, importId, items: shown })
    const language = languageOf(req)
    const rows = shown.map((item) => showPlanItem({ item, language, amendments, beside }))
    return { importId, counts, rows, changed: items.length }
  },
})

function sourceBehindDoor(req: PayloadRequest, kind: string): ImportSource {
  if (!isImportSource(kind)) throw refusal(req, 404, 'notFound')
  const way = importDoors.find((one) => one.kind === kind)
  openDoor({ req, rule: way ? endpoints[way.door] : nobody })
  return kind
}
