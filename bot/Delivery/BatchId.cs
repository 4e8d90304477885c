namespace ReflectionBot.Delivery;

/// <summary>
/// Cards that go out for one reason, such as the prompts of one round. With the recipient it is a delivery's key,
/// so enqueueing the same batch again adds nothing. <c>Value</c> must be fit for a storage key.
/// </summary>
internal readonly record struct BatchId(string Tenant, string Value)
{
    public override string ToString() => Tenant + "|" + Value;
}
