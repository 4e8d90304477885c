using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ReflectionBot.Answers;
using ReflectionBot.Connector;
using ReflectionBot.Conversations;
using ReflectionBot.Delivery;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Summaries;
using ReflectionBot.Tables;
using ReflectionBot.Teams;

namespace ReflectionBot.Benchmarks;

/// <summary>The real endpoint and everything behind it, tokens checked, with storage in memory and one round open. Nothing else runs in it.</summary>
internal static class AnsweringService
{
    public const string AppId = "99999999-9999-9999-9999-999999999999";
    public const string Tenant = "11111111-2222-3333-4444-555555555555";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/11111111-2222-3333-4444-555555555555/";
    public const string Thread = "19:team@thread.tacv2";
    public const string Slot = "2026-W48";
    public const int Leaders = 1_000;

    public static async Task<int> RunAsync(Uri keys)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = AppId,
            ["MicrosoftAppPassword"] = "not-a-secret",
            ["MicrosoftAppTenantId"] = Tenant,
            ["Connector:OpenIdMetadata"] = keys.AbsoluteUri,
            ["Storage:ConnectionString"] = "UseDevelopmentStorage=true",
        });
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddTables(builder.Configuration)
            .AddConnector(builder.Configuration)
            .AddQuestions()
            .AddTeams(builder.Configuration)
            .AddDelivery(builder.Configuration)
            .AddRounds()
            .AddAnswers()
            .AddSummaries()
            .AddConversations();
        var memory = new MemoryTables();
        builder.Services.RemoveAll<IHostedService>();
        builder.Services.AddSingleton(new TableServiceClient(
            "UseDevelopmentStorage=true", TimeProvider.System, new TableClientOptions { Transport = memory }));
        var app = builder.Build();
        app.MapMessages();
        app.MapGet("/requests", () => memory.Requests);
        await SeedAsync(app.Services);
        return await Child.ServeAsync(app);
    }

    public static string KeyOf(int leader) => string.Create(CultureInfo.InvariantCulture, $"aaaaaaaa-0000-4000-8000-{leader:D12}");

    /// <summary>One leader presses Send, as Teams tells it.</summary>
    public static JsonObject Answer(int leader) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["id"] = "f:" + KeyOf(leader),
        ["timestamp"] = "2026-11-23T08:10:00.000Z",
        ["serviceUrl"] = ServiceUrl,
        ["channelId"] = "msteams",
        ["locale"] = "da-DK",
        ["replyToId"] = "1732130000123",
        ["from"] = new JsonObject { ["id"] = "29:" + KeyOf(leader), ["name"] = $"Leder {leader}", ["aadObjectId"] = KeyOf(leader) },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Refleksion" },
        ["conversation"] = new JsonObject { ["id"] = "a:" + KeyOf(leader), ["conversationType"] = "personal", ["tenantId"] = Tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        ["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = "prompt.answer",
                ["data"] = new JsonObject
                {
                    ["team"] = Thread,
                    ["slot"] = Slot,
                    ["score"] = "4",
                    ["text"] = "Vi lod to medarbejdere afgøre det selv, og det gik godt.",
                    ["visibility"] = "anonymous",
                },
            },
            ["trigger"] = "manual",
        },
    };

    private static async Task SeedAsync(IServiceProvider services)
    {
        var id = new TeamId(Tenant, Thread);
        var now = TimeProvider.System.GetUtcNow();
        var team = new Team { Id = id, Name = "Teknik og Miljø", ServiceUrl = new Uri(ServiceUrl), BotId = "28:bot", RunsFrom = now };
        await services.GetRequiredService<TeamStore>().TryAddAsync(team, CancellationToken.None);
        var members = Enumerable.Range(0, Leaders)
            .Select(leader => new Member { Team = id, Id = new MemberId(KeyOf(leader)), UserId = "29:" + KeyOf(leader), Name = $"Leder {leader}" })
            .ToList();
        await services.GetRequiredService<RosterStore>().SaveAsync(id, members, CancellationToken.None);
        var area = services.GetRequiredService<Catalogue>().EnabledAreas()[0];
        var round = new Rounds.Round
        {
            Id = new RoundId(id, SlotId.Parse(Slot)),
            State = RoundState.Open,
            OpensAt = now,
            OpenedAt = now,
            ClosesAt = now.AddDays(4),
            Question = AskedQuestion.Of(area, area.Questions.First(question => question.Type == QuestionType.Scale)),
            Threshold = 5,
            IsSent = true,
        };
        await services.GetRequiredService<RoundStore>().TryAddAsync(round, CancellationToken.None);
        await services.GetRequiredService<ParticipationStore>().AskAsync(round.Id, members.Select(member => member.Id), CancellationToken.None);
    }
}
