import { icdUsages } from '../../domain/icd/catalogue/catalogueEntry'
import { defineEndpoint } from '../../lib/defineEndpoint'
import { loadIcdCatalogue } from '../../services/icd/loadIcdCatalogue'
import { icdCodesOut, icdSearchOut, icdSearchQuery } from './contract'

const maxSuggestions = 20

/** Under `/api/icd-catalogue`: what the ICD fields suggest and warn of, for both roles. */
export const icdCatalogueEndpoints = [
  defineEndpoint({
    door: 'GET /api/icd-catalogue/search',
    title: { de: 'Codes nach Anfang oder Wörtern suchen', en: 'Search codes by beginning or words' },
    query: icdSearchQuery,
    output: icdSearchOut,
    handle: async ({ req, query }) => {
      const catalogue = await loadIcdCatalogue(req.payload)
      if (!catalogue) return { year: null, docs: [] }
      return { year: catalogue.year, docs: catalogue.search({ text: query.q, limit: maxSuggestions }) }
    },
  }),
  defineEndpoint({
    door: 'GET /api/icd-catalogue/codes',
    title: { de: 'Alle Codes des Katalogs, nach Verwendbarkeit', en: 'Every code of the catalogue, by use' },
    output: icdCodesOut,
    handle: async ({ req }) => {
      const catalogue = await loadIcdCatalogue(req.payload)
      const entries = catalogue?.entries ?? []
      const groups = [true, false].flatMap((terminal) =>
        icdUsages.map((usage) => ({
          terminal,
          usage,
          codes: entries
            .filter((entry) => entry.terminal === terminal && entry.usage === usage)
            .map(({ code }) => code),
        })),
      )
      return { year: catalogue?.year ?? null, groups: groups.filter(({ codes }) => codes.length > 0) }
    },
  }),
]
