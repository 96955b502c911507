/** The address of the list of cases with the given conditions, in the form Payload's filter bar shows. */
export function casesList(
  conditions: { field: string; operator: 'equals' | 'exists'; value: string | number }[],
): string {
  const query = conditions.map(
    ({ field, operator, value }, index) =>
      `${encodeURIComponent(`where[or][0][and][${index}][${field}][${operator}]`)}=${encodeURIComponent(value)}`,
  )
  return `/admin/collections/cases?${query.join('&')}`
}
