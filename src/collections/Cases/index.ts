import type { CollectionConfig } from 'payload'
import { accessOf, hiddenFromPanel } from '../../access/accessOf'
import { type CaseFieldName, caseFieldNames, caseFields, caseGroups } from '../../domain/cases/caseFields'
import { codingCaseEndpoints } from '../../endpoints/codingQueue/endpoints'
import { icdEntryEndpoints } from '../../endpoints/icdEntry/endpoints'
import { caseField } from '../../fields/caseField'
import { ruledField } from '../../fields/ruledField'
import { applyCaseRulesToDocument } from '../../hooks/applyCaseRulesToDocument'
import { assignFallId } from '../../hooks/assignFallId'
import { deleteIcdCodes } from '../../hooks/deleteIcdCodes'
import { raiseCaseEvents } from '../../hooks/raiseCaseEvents'
import { recordCaseOpening } from '../../hooks/recordCaseOpening'
import { rewriteIcdCodes } from '../../hooks/rewriteIcdCodes'
import { caseHistoryView } from './caseHistoryView'

type Group = keyof typeof caseGroups

/** The cases: who may do what, the form from the table of case fields, and what every write ensures. */
export const Cases: CollectionConfig = {
  slug: 'cases',
  labels: { singular: { de: 'Fall', en: 'Case' }, plural: { de: 'Fälle', en: 'Cases' } },
  access: accessOf('cases'),
  admin: {
    hidden: hiddenFromPanel('cases'),
    components: {
      edit: { editMenuItems: ['/src/components/fields/EraseMenuItem#EraseMenuItem'] },
      views: { edit: { verlauf: caseHistoryView } },
    },
    useAsTitle: 'fallId',
    defaultColumns: ['fallId', 'nachname', 'vorname', 'fallgruppe', 'datum', 'kw', 'icd', 'gutachtenTyp'],
    listSearchableFields: ['fallId', 'nachname', 'vorname', 'kvnr', 'crmTicketId'],
  },
  defaultSort: '-datum',
  disableDuplicate: true,
  endpoints: [...icdEntryEndpoints, ...codingCaseEndpoints],
  fields: [
    { type: 'tabs', tabs: (Object.keys(caseGroups) as Group[]).map(tabOf) },
    // Payload's own field, which anyone who may update the case could set.
    {
      ...hiddenField('createdAt'),
      type: 'date',
      index: true,
      label: ({ t }) => t('general:createdAt'),
    },
    { ...hiddenField('statistik'), type: 'number', required: true },
    { ...hiddenField('personKey'), type: 'text', index: true },
    { ...hiddenField('namesKey'), type: 'text' },
    { ...hiddenField('nachnameSort'), type: 'text' },
    { ...hiddenField('vornameSort'), type: 'text' },
  ],
  hooks: {
    beforeValidate: [applyCaseRulesToDocument],
    beforeChange: [assignFallId],
    afterChange: [rewriteIcdCodes, raiseCaseEvents],
    beforeDelete: [deleteIcdCodes],
    afterOperation: [recordCaseOpening],
  },
  indexes: [
    // Holds every column of the cube: the yearly report is an index-only scan.
    { fields: ['jahr', 'kw', 'fallgruppe', 'statistik'] },
    // Holds every column of the ICD counts, cases with the same codes lying together.
    { fields: ['jahr', 'fallgruppe', 'icd', 'kw'] },
    // Lists end their sort with the Fall-ID, so that pages of equal values hold every case once.
    { fields: ['datum', 'fallId'] },
    { fields: ['nachnameSort', 'fallId'] },
    { fields: ['icd', 'datum', 'fallId'] },
    { fields: ['gutachten', 'gutachtenTyp', 'datum', 'fallId'] },
    // What cases that may be the same share, with the group and the days around; the last field spares a look at the case.
    { fields: ['namesKey', 'fallgruppe', 'datum', 'geburtsdatum'] },
    { fields: ['geburtsdatum', 'fallgruppe', 'datum'] },
  ],
}

function tabOf(group: Group) {
  const { de, en } = caseGroups[group]
  return { label: { de, en }, fields: fieldsOf(group).map(caseField) }
}

function fieldsOf(group: Group): CaseFieldName[] {
  return caseFieldNames.filter((name) => caseFields[name].group === group)
}

/** What the rules derive for counting, finding duplicates and sorting; nobody sees or writes it. */
function hiddenField(name: string) {
  return {
    name,
    ...ruledField(`cases.${name}`),
    admin: { hidden: true, disableListColumn: true, disableListFilter: true, disableBulkEdit: true },
  }
}
