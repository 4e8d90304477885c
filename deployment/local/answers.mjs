import { readFileSync } from 'node:fs';
import { findInputs } from './card.mjs';

/** What colleagues write, by language: sentences that fit any question about leadership. */
export const words = JSON.parse(readFileSync(new URL('./words.json', import.meta.url), 'utf8'));

// One row per round, one column per colleague: different people, and a picture worth looking at.
const scoreDecks = [[2, 4, 3, 5, 4], [4, 3, 4, 2, 5], [3, 4, 2, 4, 1], [5, 4, 4, 3, 4]];
const numberDeck = [5, 12, 8, 20, 3];
const numberShares = [0.25, 0.6, 0.4, 0.9, 0.1];

/** The inputs of a card as a colleague fills them, as strings by input id, the way Teams sends them. */
export function fillInputs(card, colleague, round) {
  const filled = {};
  for (const input of findInputs(card)) {
    const value = input.id in filled ? undefined : fill(input, card.lang, colleague, hash(String(round)));
    if (value !== undefined && value !== '') filled[input.id] = value;
  }
  return filled;
}

function fill(input, lang, colleague, turn) {
  switch (input.type) {
    case 'Input.ChoiceSet': return choose(input, colleague, turn);
    case 'Input.Number': return input.id === 'number' || input.isRequired ? number(input, colleague) : initial(input);
    case 'Input.Text': return input.id === 'text' || input.isRequired ? sentence(input, lang, colleague, turn) : initial(input);
    case 'Input.Toggle': return initial(input) ?? String(input.valueOff ?? 'false');
    default: return initial(input);
  }
}

const initial = (input) => (input.value === undefined || input.value === null ? undefined : String(input.value));

function choose(input, colleague, turn) {
  if (input.id === 'visibility') return 'anonymous';
  if (input.id !== 'score') return initial(input) ?? (input.isRequired ? input.choices?.[0]?.value : undefined);
  const wanted = scoreDecks[turn % scoreDecks.length][colleague % 5];
  const values = (input.choices ?? []).map((choice) => String(choice.value));
  return values.includes(String(wanted)) ? String(wanted) : values[Math.min(wanted, values.length) - 1];
}

function number({ min = 0, max = 999 }, colleague) {
  const [low, high] = [Number(min), Number(max)];
  const usual = numberDeck[colleague % 5];
  const fits = low <= Math.min(...numberDeck) && high >= Math.max(...numberDeck);
  return String(fits ? usual : Math.round(low + numberShares[colleague % 5] * (high - low)));
}

// Five steps through the list reach five different sentences, in 24 as in 12.
function sentence(input, lang, colleague, turn) {
  const list = words[String(lang ?? '').toLowerCase().startsWith('en') ? 'en' : 'da'];
  return list[(turn + 5 * colleague) % list.length].slice(0, input.maxLength ?? undefined);
}

/** FNV-1a: the same round gives the same turn, another round most often another. */
function hash(text) {
  let value = 2166136261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619) >>> 0;
  return value;
}
