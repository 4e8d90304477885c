import { randomUUID } from 'node:crypto';
import { cardsOf, findExecute } from './card.mjs';
import { fillInputs } from './answers.mjs';

const verb = 'prompt.answer';

/**
 * The five members of the mock team that nobody sits behind. They learn of their prompts from what the bot sends
 * through the relay, and answer for themselves with the very activity that Teams would send.
 */
export class Colleagues {
  #cast;
  #options;
  #byConversation = new Map();
  #answered = new Set(); // person and slot: a reminder or a receipt of the same round gets no second answer
  #timers = new Set();

  /** options: serviceUrl, botUrl, delay {min, max} in milliseconds, log(line) */
  constructor(cast, options) {
    this.#cast = cast;
    this.#options = options;
  }

  /** The bot asked for a conversation, and the Playground gave it an id. */
  conversationCreated(request, response) {
    if (request?.isGroup || request?.members?.length !== 1 || !response?.id) return;
    const index = this.#cast.users.findIndex((user) => user.id === request.members[0].id);
    if (index >= 0) this.#byConversation.set(response.id, index);
  }

  /** The bot sent or updated an activity; only a prompt to a colleague makes anyone do anything. */
  activitySent(conversationId, activity, activityId) {
    const index = this.#byConversation.get(conversationId);
    if (index === undefined) return;
    for (const card of cardsOf(activity)) {
      const action = findExecute(card, verb);
      if (action) this.#answerSoon(index, { card, action, conversationId, activityId });
    }
  }

  stop() {
    this.#timers.forEach(clearTimeout);
    this.#timers.clear();
  }

  #answerSoon(index, prompt) {
    const round = JSON.stringify(prompt.action.data?.slot ?? prompt.action.data ?? null);
    const key = `${index} ${round}`;
    if (this.#answered.has(key)) return;
    this.#answered.add(key);
    const { min, max } = this.#options.delay;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#answer(index, prompt, round);
    }, min + Math.random() * (max - min));
    this.#timers.add(timer);
  }

  async #answer(index, prompt, round) {
    const status = await this.#post(this.#invoke(index, prompt, round));
    const name = this.#cast.users[index].name;
    this.#options.log(status === '200' ? `${name} has answered.` : `${name} could not answer: the bot said ${status}.`);
  }

  /** "200" when the bot took the answer, otherwise the status that says no; never what it wrote. */
  async #post(activity) {
    try {
      const response = await fetch(`${this.#options.botUrl}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(30_000),
      });
      if (response.status !== 200) return String(response.status);
      const inner = await response.json().then((body) => body?.statusCode, () => undefined);
      return inner === 200 ? '200' : `200 with ${inner ?? 'no'} statusCode inside`;
    } catch (error) {
      return `nothing (${error.cause?.code ?? error.name})`;
    }
  }

  #invoke(index, { card, action, conversationId, activityId }, round) {
    const { id, name, aadObjectId } = this.#cast.users[index];
    const now = new Date();
    const inputs = action.associatedInputs === 'none' ? {} : fillInputs(card, index, round);
    const { type, title } = action;
    return {
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: `f:${randomUUID()}`,
      timestamp: now.toISOString(),
      localTimezone: 'Europe/Copenhagen',
      channelId: 'msteams',
      serviceUrl: this.#options.serviceUrl,
      from: { id, name, aadObjectId },
      recipient: this.#cast.bot,
      conversation: { conversationType: 'personal', tenantId: this.#cast.tenantId, id: conversationId },
      channelData: { tenant: { id: this.#cast.tenantId }, source: { name: 'message' } },
      entities: [{ type: 'clientInfo', locale: 'da-DK', country: 'DK', platform: 'Web', timezone: 'Europe/Copenhagen' }],
      locale: 'da-DK',
      replyToId: activityId,
      value: {
        action: { type, ...(action.id && { id: action.id }), title, verb, data: { ...action.data, ...inputs } },
        trigger: 'manual',
      },
    };
  }
}
