import type { JSONField } from 'payload'

/** A field of JSON that is shown as text and that nobody types. */
export function jsonText(field: Pick<JSONField, 'name' | 'label' | 'required'>): JSONField {
  return {
    ...field,
    type: 'json',
    admin: { readOnly: true, components: { Field: '/src/components/fields/JsonText#JsonText' } },
  }
}
