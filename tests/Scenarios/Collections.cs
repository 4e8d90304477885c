namespace ReflectionBot.Tests.Scenarios;

/// <summary>Scenarios of hours and days, one after the other on storage of their own.</summary>
[CollectionDefinition(Name)]
public sealed class ScenariosCollection : ICollectionFixture<Azurite>
{
    public const string Name = "Scenarios";
}

/// <summary>Scenarios of weeks and years, beside the others because they take longest.</summary>
[CollectionDefinition(Name)]
public sealed class WeeksCollection : ICollectionFixture<Azurite>
{
    public const string Name = "Weeks";
}
