using ReflectionBot.Teams;

namespace ReflectionBot.Tests.Privacy;

/// <summary>What the log tells somebody about themselves, across the teams of their tenant.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class AuditLogTests(Azurite azurite)
{
    private static readonly MemberId Anna = new("aaaaaaaa-0000-4000-8000-000000000001");
    private static readonly MemberId Bo = new("aaaaaaaa-0000-4000-8000-000000000002");

    [Fact]
    public async Task A_persons_own_lines_come_from_every_team_of_the_tenant_and_from_no_other()
    {
        var tables = azurite.CreateServiceClient();
        await tables.GetTableClient(AuditLog.TableName).CreateIfNotExistsAsync(default);
        var log = new AuditLog(tables, TimeProvider.System);
        var tenant = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("D");
        await log.WriteAsync(new TeamId(tenant, "first"), new AuditEntry(AuditAct.Paused, Anna), default);
        await log.WriteAsync(new TeamId(tenant, "second"), new AuditEntry(AuditAct.RoleChanged, Bo) { About = Anna }, default);
        await log.WriteAsync(new TeamId(tenant, "second"), new AuditEntry(AuditAct.Resumed, Bo), default);
        await log.WriteAsync(new TeamId(tenant + "0", "first"), new AuditEntry(AuditAct.Exported, Anna), default);
        await log.WriteAsync(new TeamId("other", "first"), new AuditEntry(AuditAct.Shared, Anna), default);

        var lines = await log.OfAsync(tenant, Anna, default).ToListAsync();

        Assert.Equal([("first", AuditAct.Paused), ("second", AuditAct.RoleChanged)], lines.Select(line => (line.Team.Thread, line.Entry.Act)));
        Assert.All(lines, line => Assert.Equal(tenant, line.Team.Tenant));
    }
}
