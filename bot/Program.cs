using ReflectionBot.Answers;
using ReflectionBot.Connector;
using ReflectionBot.Conversations;
using ReflectionBot.Delivery;
using ReflectionBot.Hosting;
using ReflectionBot.Questions;
using ReflectionBot.Rounds;
using ReflectionBot.Scheduling;
using ReflectionBot.Summaries;
using ReflectionBot.Tables;
using ReflectionBot.Teams;

var builder = WebApplication.CreateBuilder(args);

// Tables first, and made in the background: storage answers while the rest is still being put together.
builder.Services
    .AddSingleton(TimeProvider.System)
    .AddTables(builder.Configuration)
    .AddStartupAndHealth()
    .AddConnector(builder.Configuration)
    .AddQuestions()
    .AddTeams(builder.Configuration)
    .AddDelivery(builder.Configuration)
    .AddRounds()
    .AddAnswers()
    .AddSummaries()
    .AddConversations()
    .AddScheduling();

var app = builder.Build();

app.MapMessages();
app.MapHealth();

app.Run();
