using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Identity;
using Microsoft.Extensions.Options;
using Moq;
using ReflectionBot.Connector;

namespace ReflectionBot.Tests.Connector;

public sealed class BotCredentialTests
{
    [Fact]
    public void A_managed_identity_is_the_bot_itself() =>
        Assert.IsType<ManagedIdentityCredential>(Of(new ConnectorOptions { MicrosoftAppId = ConnectorWorld.AppId, MicrosoftAppType = "UserAssignedMSI" }));

    [Fact]
    public void A_federated_identity_vouches_for_the_bot() =>
        Assert.IsType<ClientAssertionCredential>(Of(new ConnectorOptions
        {
            MicrosoftAppId = ConnectorWorld.AppId,
            MicrosoftAppTenantId = ConnectorWorld.Tenant,
            MicrosoftAppFederatedClientId = "77777777-7777-7777-7777-777777777777",
        }));

    [Theory]
    [InlineData(".pem")]
    [InlineData(".p12")]
    public async Task A_certificate_signs_for_the_bot_and_is_read_again_each_time(string extension)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + extension);
        await WriteCertificateAsync(path);
        await using var world = await ConnectorWorld.WithAuthenticationAsync(("MicrosoftAppPassword", null), ("MicrosoftAppCertificatePath", path));
        Assert.Equal("bot-token-1", await world.Tokens.GetAsync(default));
        var form = Assert.Single(world.Far.TokenCalls).Body;
        Assert.Contains("client_assertion=", form, StringComparison.Ordinal);
        Assert.DoesNotContain("client_secret", form, StringComparison.Ordinal);
        File.Delete(path);
        world.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await world.Tokens.GetAsync(default));
    }

    [Theory]
    [InlineData("Public", "https://api.botframework.com/.default")]
    [InlineData("USGov", "https://api.botframework.us/.default")]
    [InlineData("China", "https://api.botframework.azure.cn/.default")]
    public void Each_cloud_has_its_scope(string cloud, string scope) => Assert.Equal(
        scope, new BotCredential(Options.Create(new ConnectorOptions { Cloud = Enum.Parse<Cloud>(cloud) }), Mock.Of<IHttpClientFactory>()).Scope);

    private static Azure.Core.TokenCredential Of(ConnectorOptions options)
    {
        var http = Mock.Of<IHttpClientFactory>(factory => factory.CreateClient(It.IsAny<string>()) == new HttpClient());
        return new BotCredential(Options.Create(options), http).Create();
    }

    private static async Task WriteCertificateAsync(string path)
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(ConnectorWorld.Start.AddYears(-5), ConnectorWorld.Start.AddYears(20));
        if (path.EndsWith(".pem", StringComparison.Ordinal))
            await File.WriteAllTextAsync(path, certificate.ExportCertificatePem() + "\n" + rsa.ExportPkcs8PrivateKeyPem());
        else
            await File.WriteAllBytesAsync(path, certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Default, password: null));
    }
}
