import type { NotificationEvent } from './notificationTypes'

/** An event as it is stored until it is told. */
export type StoredEvent = NotificationEvent & { id: string }

/** What is told at once, under a key that stays the same however often it is tried. */
export type Announcement = Omit<NotificationEvent, 'at'> & { key: string }

/**
 * What is to be told of events, given in the order they happened: entered ICDs as one announcement of so many cases, a
 * case once however often it was changed; single codings that may have emptied the queue as one; all others by themselves.
 */
export function gatherEvents(events: readonly StoredEvent[]): Announcement[] {
  const entered = events.filter(({ type }) => type === 'icd_entered')
  const coded = events.filter(({ needsEmptyQueue }) => needsEmptyQueue)
  const single = events.filter((event) => !entered.includes(event) && !coded.includes(event))
  return [
    ...gathered(entered),
    ...gathered(coded),
    ...single.map(({ id, at: _, ...event }) => ({ ...event, key: id })),
  ]
}

function gathered(events: readonly StoredEvent[]): Announcement[] {
  const [first] = events
  if (!first) return []
  const { id, at: _, ...event } = first
  const cases = new Set(events.map(({ related }) => related?.id))
  return [
    {
      ...event,
      key: id,
      figures: { ...event.figures, anzahl: cases.size },
      related: cases.size === 1 ? event.related : null,
    },
  ]
}
