import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardsOf, findExecute, findInputs } from '../card.mjs';

const execute = { type: 'Action.Execute', verb: 'prompt.answer', data: { slot: 's1' } };

test('finds the action at the foot of the card, in an ActionSet, and behind a ShowCard', () => {
  const places = [
    { type: 'AdaptiveCard', actions: [{ type: 'Action.Execute', verb: 'prompt.skip' }, execute] },
    { type: 'AdaptiveCard', body: [{ type: 'Container', items: [{ type: 'ActionSet', actions: [execute] }] }] },
    { type: 'AdaptiveCard', actions: [{ type: 'Action.ShowCard', card: { type: 'AdaptiveCard', actions: [execute] } }] },
  ];
  for (const card of places) assert.equal(findExecute(card, 'prompt.answer'), execute);
});

test('finds nothing when only the verb or only the type fits', () => {
  assert.equal(findExecute({ actions: [{ type: 'Action.Submit', verb: 'prompt.answer' }] }, 'prompt.answer'), undefined);
  assert.equal(findExecute({ actions: [{ type: 'Action.Execute', verb: 'summary.share' }] }, 'prompt.answer'), undefined);
});

test('does not look for actions inside the data of another action', () => {
  assert.equal(findExecute({ actions: [{ type: 'Action.Execute', verb: 'other', data: { next: execute } }] }, 'prompt.answer'), undefined);
});

test('lists the inputs in their order, also those in columns', () => {
  const card = { body: [{ type: 'Input.Text', id: 'a' }, { type: 'ColumnSet', columns: [{ items: [{ type: 'Input.Number', id: 'b' }] }] }] };
  assert.deepEqual(findInputs(card).map((input) => input.id), ['a', 'b']);
});

test('takes only adaptive cards from an activity, and tolerates one without attachments', () => {
  const content = { type: 'AdaptiveCard' };
  const activity = { attachments: [{ contentType: 'text/html', content: 'x' }, { contentType: 'application/vnd.microsoft.card.adaptive', content }] };
  assert.deepEqual(cardsOf(activity), [content]);
  assert.deepEqual(cardsOf({ type: 'typing' }), []);
  assert.deepEqual(cardsOf(undefined), []);
});
