using System.Text.RegularExpressions;
using ReflectionBot.Answers;
using ReflectionBot.Cards.Elements;
using ReflectionBot.Questions;
using ReflectionBot.Summaries;
using ReflectionBot.Teams;

namespace ReflectionBot.Tests;

/// <summary>The table of rooms in the design, held against what was compiled.</summary>
public sealed partial class ArchitectureTests
{
    // Room: what it may use, of our own and of libraries (a namespace with everything in it, or one type).
    private static readonly Dictionary<string, string[]> Rooms = new(StringComparer.Ordinal)
    {
        ["Connector"] = ["Microsoft.AspNetCore", "Microsoft.Net.Http.Headers", "Microsoft.IdentityModel", "Azure.Core", "Azure.Identity", "System.Net.Http"],
        ["Tables"] = ["Azure"],
        ["Questions"] = [],
        ["Teams"] = ["Tables", "Questions", "Azure.ETag", "Azure.Response"],
        ["Delivery"] = ["Connector", "Tables", "Azure.ETag", "Azure.Response", "Azure.RequestFailedException"],
        ["Rounds"] = ["Questions", "Teams", "Delivery", "Tables", "ReflectionBot.Cards", "Azure.ETag", "Azure.Response"],
        ["Answers"] = ["Rounds", "Questions", "Teams", "Tables", "ReflectionBot.Cards.AnswerFields", "Azure.ETag", "Azure.Response"],
        ["Summaries"] = ["Answers", "Rounds", "Questions", "Teams", "Delivery", "Tables", "ReflectionBot.Cards", "Azure.ETag", "Azure.Response"],
        ["Conversations"] = ["Questions", "Teams", "Rounds", "Answers", "Summaries", "Delivery", "Connector", "ReflectionBot.Cards"],
        ["Scheduling"] = ["Teams", "Rounds", "Summaries", "Delivery", "Quartz"],
        ["Hosting"] = ["Connector", "Tables", "Teams", "Microsoft.AspNetCore", "Azure.RequestFailedException", "Azure.Identity.AuthenticationFailedException"],
    };

    private static readonly string[] Everywhere = ["System", "Microsoft.Extensions"];

    private static readonly Dictionary<string, List<Type>> Types =
        typeof(Anonymity).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("ReflectionBot", StringComparison.Ordinal) == true && type == References.Outermost(type))
            .GroupBy(RoomOf, StringComparer.Ordinal).ToDictionary(room => room.Key, room => room.ToList(), StringComparer.Ordinal);

    private static readonly ILookup<Type, Type> Uses = References.Of(typeof(Anonymity).Assembly);

    public static TheoryData<string> Names => [.. Rooms.Keys];

    [Fact]
    public void These_are_all_the_rooms() =>
        Assert.Equal(Rooms.Keys.Order(StringComparer.Ordinal), Types.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_room_uses_only_what_its_row_names(string room)
    {
        var wrong =
            from type in Types[room]
            from used in Uses[type]
            where used.Namespace is not null && RoomOf(used) != room && !MayUse(room, used)
            orderby type.Name, used.FullName
            select $"{type.Name} uses {used.FullName}";
        AssertNone(wrong);
    }

    [Fact]
    public void The_references_see_into_bodies_signatures_and_lambdas()
    {
        Assert.Contains(typeof(System.Security.Cryptography.RandomNumberGenerator), Uses[typeof(SummaryStore)]);
        Assert.Contains(typeof(Visibility), Uses[typeof(Anonymity)]);
        Assert.Contains(typeof(Question), Uses[typeof(PictureOf)]);
        Assert.Contains(typeof(Azure.ETag), Uses[typeof(AnswerStore)]);
    }

    [Fact]
    public void Cards_know_nothing_but_the_base_library() => Assert.All(
        typeof(AdaptiveCard).Assembly.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

    [Fact]
    public void Elements_know_nothing_of_texts() =>
        Assert.DoesNotContain(References.Of(typeof(AdaptiveCard).Assembly), type => IsIn(type.Key, "ReflectionBot.Cards.Elements") && type.Any(used => IsIn(used, "ReflectionBot.Cards.Texts")));

    [Fact]
    public void Only_the_gate_asks_for_the_picture_and_only_its_caller_for_the_answers()
    {
        Assert.Equal([typeof(Anonymity)], References.CallersOf(typeof(PictureOf), nameof(PictureOf.Answers)).Distinct());
        Assert.Equal([typeof(SummaryPublisher)], References.CallersOf(typeof(AnswerStore), nameof(AnswerStore.AllAsync)).Distinct());
        Assert.Equal([typeof(SummaryPublisher)], References.CallersOf(typeof(Anonymity), nameof(Anonymity.Release)).Distinct());
    }

    [Theory]
    [InlineData("bot", "ReflectionBot")]
    [InlineData("cards", "ReflectionBot.Cards")]
    public void The_namespace_is_the_folder(string folder, string root)
    {
        var wrong =
            from file in SourceFiles.Of(folder)
            where Path.GetFileName(file.Path) != "Program.cs"
            let inside = Path.GetDirectoryName(file.Path)!.Replace('\\', '/')[folder.Length..].Replace('/', '.')
            where Namespace().Match(file.Text).Groups["name"].Value != root + inside
            select file.Path;
        AssertNone(wrong);
    }

    [Theory]
    [InlineData("bot")]
    [InlineData("cards")]
    [InlineData("tests")]
    public void No_file_is_longer_than_350_lines(string folder) =>
        AssertNone(SourceFiles.Of(folder).Where(file => file.Text.Count(letter => letter == '\n') > 350).Select(file => file.Path));

    private static void AssertNone(IEnumerable<string> wrong)
    {
        var all = string.Join('\n', wrong);
        Assert.True(all.Length == 0, all);
    }

    private static string RoomOf(Type type) =>
        type.Namespace?.Split('.') is ["ReflectionBot", var room, ..] && type.Assembly == typeof(Anonymity).Assembly ? room : string.Empty;

    private static bool MayUse(string room, Type used) =>
        Rooms[room].Any(permitted => Is(used, permitted)) || (Everywhere.Any(free => IsIn(used, free)) && !IsIn(used, "System.Net.Http"));

    private static bool Is(Type used, string permitted) =>
        RoomOf(used) == permitted || used.FullName == permitted || IsIn(used, permitted);

    private static bool IsIn(Type type, string space) =>
        type.Namespace == space || type.Namespace?.StartsWith(space + ".", StringComparison.Ordinal) == true;

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Namespace();
}
