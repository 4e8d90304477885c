using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReflectionBot.Conversations;
using ReflectionBot.Teams;
using ReflectionBot.Tests.Scenarios;
using ReflectionBot.Tests.World;

namespace ReflectionBot.Tests.Privacy;

/// <summary>
/// What is said about privacy is what the code does: PRIVACY.md is written from the data map, and the map holds every field that is
/// stored and no other. The environment variable <c>APPROVE=1</c> writes the page anew.
/// </summary>
[Collection(ScenariosCollection.Name)]
public sealed partial class PrivacyTests(Azurite azurite)
{
    private static readonly string Page = Path.Combine(Repository.Root, "PRIVACY.md");

    [Fact]
    public async Task The_page_says_what_the_map_says()
    {
        var written = await Write("da") + "\n---\n\n" + await Write("en");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
            await File.WriteAllTextAsync(Page, written);
        Assert.Equal(written, (await File.ReadAllTextAsync(Page)).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_map_names_every_field_that_a_lived_in_service_has_stored()
    {
        await using var world = await BotWorld.WithoutServiceAsync(azurite, "2026-10-08 10:00");
        var stored = new HashSet<string>(StringComparer.Ordinal);
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        await Lives.LiveAsync(world, async () =>
        {
            foreach (var kept in DataMap.All)
            {
                var fields = (await world.Rows(kept.Table)).SelectMany(row => row.Where(property => property.Value is not null)).Select(property => property.Key).Except(["PartitionKey", "RowKey", "Timestamp", "odata.etag"]).ToList();
                stored.UnionWith(fields.Select(field => $"{kept.Table}.{field}"));
                unknown.UnionWith(fields.Where(field => !kept.Describes(field)).Select(field => $"{kept.Table}.{field}"));
            }
        });
        Assert.Empty(unknown);

        // What people write, and whose it is, has been among it: a life that leaves them out would prove nothing.
        Assert.Empty(((string[])["Members.Name", "Members.LeftAt", "Members.OwnVisibility", "Members.OwnPausedUntil", "Participation.SnoozedUntil", "Answers.Text", "Answers.Name", "Answers.Secret", "Summaries.Text", "Summaries.By", "Summaries.Comment", "Journal.Text", "Audit.About", "Conversations.Unreachable", "Outbox.MessageId", "Rounds.Heads"]).Except(stored));
    }

    [Fact]
    public void The_map_names_every_field_that_the_code_writes_and_no_other()
    {
        var written = SourceFiles.Of("bot")
            .Where(file => file.Text.Contains("TableEntity", StringComparison.Ordinal))
            .SelectMany(file => WrittenField().Matches(file.Text).Concat(NamedField().Matches(file.Text)).Select(found => found.Groups["name"].Value))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], written.Where(name => !DataMap.All.Any(kept => kept.Describes(name))).Order(StringComparer.Ordinal));
        Assert.Equal([], DataMap.All.SelectMany(kept => kept.Names).Where(name => !written.Contains(name.TrimEnd('*'))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_table_of_the_service_is_in_the_map_once()
    {
        var made = SourceFiles.Of("bot").SelectMany(file => TableName().Matches(file.Text).Select(found => found.Groups["name"].Value)).Order(StringComparer.Ordinal);
        Assert.Equal(made, DataMap.All.Select(kept => kept.Table).Order(StringComparer.Ordinal));
    }

    private static async Task<string> Write(string language)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "Privacy", $"privacy.{language}.md"));
        return Facts(page.ReplaceLineEndings("\n").Replace("{map}\n", Map(language), StringComparison.Ordinal), language);
    }

    private static string Facts(string text, string language)
    {
        var (or, choices) = (language == "da" ? " eller " : " or ", PrivacyHandler.Retentions.Order().Select(months => months.ToString(CultureInfo.InvariantCulture)).ToList());
        return text
            .Replace("{floor}", Number(Thresholds.Lowest), StringComparison.Ordinal)
            .Replace("{threshold}", Number(Thresholds.Default), StringComparison.Ordinal)
            .Replace("{days}", Number(new Organisation().ForgetLeaversAfterDays), StringComparison.Ordinal)
            .Replace("{months}", Number(Team.UsualRetentionMonths), StringComparison.Ordinal)
            .Replace("{choices}", string.Join(", ", choices.SkipLast(1)) + or + choices[^1], StringComparison.Ordinal);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Map(string language)
    {
        var (key, purpose, readers, until, field, what) = language == "da"
            ? ("Nøgle", "Formål", "Læses af", "Hvor længe", "felt", "hvad")
            : ("Key", "Purpose", "Read by", "For how long", "field", "what");
        var map = new StringBuilder();
        foreach (var kept in DataMap.All)
        {
            map.Append(CultureInfo.InvariantCulture, $"### {kept.Table}\n\n{key}: *{kept.Partition}* / *{kept.Row}*. {purpose}: {kept.Purpose.In(language)}. {readers}: {kept.Readers.In(language)}. {until}: {kept.Until.In(language)}.\n\n");
            if (kept.Fields.Count == 0)
                continue;
            map.Append(CultureInfo.InvariantCulture, $"| {field} | {what} |\n|---|---|\n");
            foreach (var one in kept.Fields)
                map.Append(CultureInfo.InvariantCulture, $"| {one.Names} | {(language == "da" ? one.Danish : one.English)} |\n");
            map.Append('\n');
        }

        return map.ToString().TrimEnd() + "\n";
    }

    [GeneratedRegex("""(^\s*|\{ )\["(?<name>[A-Za-z]+)"\] = """, RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WrittenField();

    [GeneratedRegex("""const string (?<key>Holder|SnoozedUntil|WasReminded|Own) = "(?<name>[A-Za-z]+)";""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedField();

    [GeneratedRegex("""public const string [A-Za-z]*Table(Name)? = "(?<name>[A-Z][A-Za-z]+)";""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TableName();
}
