using System.Net;
using Microsoft.AspNetCore.Http;
using ReflectionBot.Connector;

namespace ReflectionBot.Tests.Connector;

public sealed class LocalCallerTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:3978", true)]
    [InlineData("127.0.0.1", "127.0.0.1:3978", true)]
    [InlineData("::1", "[::1]:3978", true)]
    [InlineData("::ffff:127.0.0.1", "LOCALHOST", true)]
    [InlineData("10.0.0.5", "localhost:3978", false)]
    [InlineData("::ffff:10.0.0.5", "localhost:3978", false)]
    [InlineData(null, "localhost:3978", false)]
    [InlineData("127.0.0.1", "bot.example", false)]
    [InlineData("127.0.0.1", "localhost.example", false)]
    [InlineData("127.0.0.1", "", false)]
    public void Only_this_machine_asking_for_this_machine_is_local(string? remote, string host, bool expected)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        context.Request.Host = new HostString(host);
        Assert.Equal(expected, LocalCaller.Is(context));
    }
}
