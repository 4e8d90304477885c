import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillInputs, words } from '../answers.mjs';

const everyone = [0, 1, 2, 3, 4];
const choices = (...values) => values.map((value) => ({ title: value, value }));
const cardWith = (...body) => ({ type: 'AdaptiveCard', body });
const score = { type: 'Input.ChoiceSet', id: 'score', choices: choices('1', '2', '3', '4', '5') };
const text = { type: 'Input.Text', id: 'text' };

test('visibility is anonymous, whatever the card proposes', () => {
  const card = cardWith({ type: 'Input.ChoiceSet', id: 'visibility', value: 'named', choices: choices('named', 'anonymous') });
  assert.deepEqual(fillInputs(card, 0, 's'), { visibility: 'anonymous' });
});

test('scores are choices of the card and differ between colleagues, in every round', () => {
  for (const round of ['2026-W01', '2026-W02', '2026-W03', '2026-W04', '2026-W05']) {
    const given = everyone.map((colleague) => fillInputs(cardWith(score), colleague, round).score);
    assert.ok(given.every((value) => ['1', '2', '3', '4', '5'].includes(value)), given.join());
    assert.ok(new Set(given).size >= 3, given.join());
  }
});

test('a scale with other values is answered by position', () => {
  const card = cardWith({ ...score, choices: choices('a', 'b', 'c') });
  for (const colleague of everyone) assert.ok(['a', 'b', 'c'].includes(fillInputs(card, colleague, 's').score));
});

test('numbers differ between colleagues and keep the range', () => {
  const numbers = (range) => everyone.map((colleague) => Number(fillInputs(cardWith({ type: 'Input.Number', id: 'number', ...range }), colleague, 's').number));
  assert.deepEqual(numbers({ min: 0, max: 999 }), [5, 12, 8, 20, 3]);
  assert.deepEqual(numbers({}), [5, 12, 8, 20, 3]);
  assert.deepEqual(numbers({ min: 100, max: 200 }), [125, 160, 140, 190, 110]);
  assert.ok(numbers({ min: 0, max: 10 }).every((n) => n >= 0 && n <= 10));
});

test('texts differ between colleagues and follow the language of the card', () => {
  for (const [lang, list] of [['da', words.da], ['en', words.en], ['en-GB', words.en], [undefined, words.da]]) {
    const given = everyone.map((colleague) => fillInputs({ lang, ...cardWith(text) }, colleague, '2026-W40').text);
    assert.equal(new Set(given).size, 5);
    assert.ok(given.every((sentence) => list.includes(sentence)));
  }
});

test('the same colleague writes something else in another round', () => {
  const given = ['2026-W40', '2026-W41', '2026-W42', '2026-W43'].map((round) => fillInputs(cardWith(text), 0, round).text);
  assert.ok(new Set(given).size > 1);
});

test('a text keeps the length that the card allows', () => {
  assert.equal(fillInputs(cardWith({ ...text, maxLength: 10 }), 1, 's').text.length, 10);
});

test('unknown inputs keep what the card proposes, and are left out when it proposes nothing', () => {
  const card = cardWith(
    { type: 'Input.Toggle', id: 'journal', value: 'true' }, { type: 'Input.Toggle', id: 'other' },
    { type: 'Input.Date', id: 'date' }, { type: 'Input.Time', id: 'time', value: '09:00' },
    { type: 'Input.Text', id: 'note' }, { type: 'Input.ChoiceSet', id: 'area', choices: choices('x') });
  assert.deepEqual(fillInputs(card, 0, 's'), { journal: 'true', other: 'false', time: '09:00' });
});

test('a choice inside a fallback is used for a newer element with the same id', () => {
  const card = cardWith({ type: 'Input.Rating', id: 'score', fallback: score });
  assert.match(fillInputs(card, 0, 's').score, /^[1-5]$/);
});

test('there is enough to say, nobody is named, and nothing looks like a number', () => {
  assert.equal(words.da.length, 24);
  assert.equal(words.en.length, 12);
  for (const sentence of [...words.da, ...words.en]) {
    assert.ok(!/\d|@|</.test(sentence), sentence);
    assert.ok(sentence.length < 250, sentence);
  }
  assert.equal(new Set([...words.da, ...words.en]).size, 36);
});
