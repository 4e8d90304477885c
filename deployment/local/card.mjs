// Reading an Adaptive Card as a client does: find one action, and the inputs that go with it.

const cardType = 'application/vnd.microsoft.card.adaptive';

/** The Adaptive Cards that an activity carries. */
export function cardsOf(activity) {
  return (activity?.attachments ?? [])
    .filter((attachment) => attachment?.contentType === cardType && attachment.content)
    .map((attachment) => attachment.content);
}

/** The first Action.Execute with this verb, wherever in the card it stands; undefined when there is none. */
export function findExecute(card, verb) {
  for (const node of nodes(card)) if (node.type === 'Action.Execute' && node.verb === verb) return node;
  return undefined;
}

/** Every input of the card, in the card's order. */
export function findInputs(card) {
  return [...nodes(card)].filter((node) => typeof node.type === 'string' && node.type.startsWith('Input.') && node.id);
}

// What an action sends back is the service's own business: an object in there is no part of the card.
const opaque = new Set(['data', 'msteams', '$data']);

function* nodes(value) {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodes(item);
  } else if (value !== null && typeof value === 'object') {
    yield value;
    for (const [key, child] of Object.entries(value)) if (!opaque.has(key)) yield* nodes(child);
  }
}
