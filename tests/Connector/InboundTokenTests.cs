using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ReflectionBot.Tests.Connector;

public sealed class InboundTokenTests : IAsyncLifetime
{
    private ConnectorWorld world = null!;

    public async Task InitializeAsync() => world = await ConnectorWorld.WithAuthenticationAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_good_token_gets_in()
    {
        Assert.Equal(HttpStatusCode.OK, await world.PostAsync(world.GoodToken(), ConnectorWorld.Message()));
        Assert.Equal("hjælp", Assert.Single(world.Handler.Seen).Text);
    }

    [Fact]
    public async Task A_token_is_remembered_but_its_fit_is_asked_every_time()
    {
        var token = world.GoodToken();
        Assert.Equal(HttpStatusCode.OK, await world.PostAsync(token, ConnectorWorld.Message()));
        var elsewhere = ConnectorWorld.Message();
        elsewhere["serviceUrl"] = "https://smba.trafficmanager.net/amer/";
        Assert.Equal(HttpStatusCode.Forbidden, await world.PostAsync(token, elsewhere));
        world.Clock.Advance(TimeSpan.FromMinutes(66));
        Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync(token, ConnectorWorld.Message()));
    }

    [Fact]
    public async Task No_token_is_401_and_says_what_is_asked_for()
    {
        using var response = await world.SendAsync(null, ConnectorWorld.JsonBody(ConnectorWorld.Message().ToJsonString()));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("a b c")]
    [InlineData("")]
    [InlineData("e30.e30.e30.e30.e30")]
    [InlineData("bnVsbA.bnVsbA.bnVsbA")]
    [InlineData("W10.W10.W10")]
    public async Task What_is_no_token_is_401(string token) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync(token, ConnectorWorld.Message()));

    [Theory]
    [InlineData("Basic {0}")]
    [InlineData("{0}")]
    [InlineData("Bearer  {0}")]
    [InlineData("Bearer {0} {0}")]
    [InlineData("Bearer {0}, Bearer {0}")]
    [InlineData("Bearer {0}=")]
    public async Task Another_form_of_the_header_is_401(string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Content = ConnectorWorld.JsonBody(ConnectorWorld.Message().ToJsonString());
        request.Headers.TryAddWithoutValidation("Authorization", string.Format(null, form, world.GoodToken()));
        using var response = await world.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Alg_none_is_401()
    {
        var header = new JsonObject { ["alg"] = "none", ["kid"] = "key-1" };
        var unsigned = TestKey.Join(header, world.Claims(), _ => []);
        Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync(unsigned, ConnectorWorld.Message()));
        var withJunk = TestKey.Join(header, world.Claims(), _ => [1, 2, 3]);
        Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync(withJunk, ConnectorWorld.Message()));
    }

    [Fact]
    public async Task HS256_with_the_public_key_as_its_secret_is_401()
    {
        var secret = Encoding.ASCII.GetBytes(world.Key.Rsa.ExportSubjectPublicKeyInfoPem());
        var token = TestKey.Join(new JsonObject { ["alg"] = "HS256", ["kid"] = "key-1" }, world.Claims(), data => HMACSHA256.HashData(secret, data));
        Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync(token, ConnectorWorld.Message()));
    }

    [Theory]
    [InlineData("RS384", "SHA384", false)]
    [InlineData("RS512", "SHA512", false)]
    [InlineData("PS256", "SHA256", true)]
    [InlineData("rs256", "SHA256", false)]
    public async Task Another_algorithm_is_401_though_the_signature_is_right(string algorithm, string hash, bool pss)
    {
        var header = world.Key.Header();
        header["alg"] = algorithm;
        var padding = pss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
        var token = TestKey.Join(header, world.Claims(), data => world.Key.Rsa.SignData(data, new HashAlgorithmName(hash), padding));
        Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync(token, ConnectorWorld.Message()));
    }

    [Fact]
    public async Task A_header_that_names_its_algorithm_twice_is_401()
    {
        var header = Base64Url.EncodeToString("""{"alg":"none","alg":"RS256","kid":"key-1"}"""u8);
        var signed = $"{header}.{world.GoodToken().Split('.')[1]}";
        var signature = world.Key.Rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync($"{signed}.{Base64Url.EncodeToString(signature)}", ConnectorWorld.Message()));
    }

    [Fact]
    public async Task A_token_within_a_token_is_401()
    {
        var header = world.Key.Header();
        header["cty"] = "JWT";
        var inner = Encoding.ASCII.GetBytes(world.GoodToken());
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Base64Url.EncodeToString(inner)}";
        var signature = world.Key.Rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync($"{signed}.{Base64Url.EncodeToString(signature)}", ConnectorWorld.Message()));
    }

    [Fact]
    public async Task A_key_that_the_token_brings_along_is_not_used()
    {
        var own = new TestKey("key-1", "another pair");
        var header = own.Header();
        header["jwk"] = own.Public("msteams");
        header["x5c"] = new JsonArray(Convert.ToBase64String(own.Rsa.ExportSubjectPublicKeyInfo()));
        header["jku"] = new Uri(world.Far.Address, "/keys").ToString();
        Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync(own.Sign(header, world.Claims()), ConnectorWorld.Message()));
    }

    [Theory]
    [InlineData("crit", "[\"exp\"]")]
    [InlineData("zip", "\"DEF\"")]
    [InlineData("cty", "\"JWT\"")]
    [InlineData("enc", "\"A128GCM\"")]
    [InlineData("kid", "7")]
    [InlineData("kid", "\"\"")]
    [InlineData("kid", "\"key-2\"")]
    [InlineData("alg", "[\"RS256\"]")]
    public async Task A_header_that_asks_for_something_else_is_401(string member, string json)
    {
        var header = world.Key.Header();
        header[member] = JsonNode.Parse(json);
        Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync(world.Key.Sign(header, world.Claims()), ConnectorWorld.Message()));
    }

    [Theory]
    [InlineData("iss", "\"https://api.botframework.com/\"")]
    [InlineData("iss", "\"https://sts.windows.net/11111111-2222-3333-4444-555555555555/\"")]
    [InlineData("iss", "null")]
    [InlineData("aud", "\"88888888-8888-8888-8888-888888888888\"")]
    [InlineData("aud", "[\"88888888-8888-8888-8888-888888888888\"]")]
    [InlineData("aud", "\"\"")]
    [InlineData("aud", "{}")]
    [InlineData("aud", "null")]
    [InlineData("exp", "null")]
    [InlineData("exp", "\"tomorrow\"")]
    [InlineData("exp", "-1")]
    [InlineData("exp", "1e300")]
    [InlineData("exp", "[1]")]
    [InlineData("nbf", "\"yesterday\"")]
    public async Task A_foreign_or_broken_claim_is_401(string claim, string json)
    {
        var claims = world.Claims();
        claims[claim] = JsonNode.Parse(json);
        Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync(world.Key.Sign(claims), ConnectorWorld.Message()));
    }

    [Theory]
    [InlineData(-299, HttpStatusCode.OK)]
    [InlineData(-300, HttpStatusCode.Unauthorized)]
    [InlineData(-3600, HttpStatusCode.Unauthorized)]
    public async Task Expiry_has_five_minutes_of_grace(int secondsFromNow, HttpStatusCode expected)
    {
        var claims = world.Claims();
        claims["nbf"] = ConnectorWorld.Start.AddHours(-2).ToUnixTimeSeconds();
        claims["exp"] = ConnectorWorld.Start.AddSeconds(secondsFromNow).ToUnixTimeSeconds();
        Assert.Equal(expected, await world.PostAsync(world.Key.Sign(claims), ConnectorWorld.Message()));
    }

    [Theory]
    [InlineData(299, HttpStatusCode.OK)]
    [InlineData(300, HttpStatusCode.Unauthorized)]
    [InlineData(3600, HttpStatusCode.Unauthorized)]
    public async Task A_token_for_later_has_five_minutes_of_grace(int secondsFromNow, HttpStatusCode expected)
    {
        var claims = world.Claims();
        claims["nbf"] = ConnectorWorld.Start.AddSeconds(secondsFromNow).ToUnixTimeSeconds();
        claims["exp"] = ConnectorWorld.Start.AddHours(5).ToUnixTimeSeconds();
        Assert.Equal(expected, await world.PostAsync(world.Key.Sign(claims), ConnectorWorld.Message()));
    }

    [Fact]
    public async Task A_changed_payload_is_401()
    {
        var parts = world.GoodToken().Split('.');
        var other = world.Key.Sign(new JsonObject { ["iss"] = "https://api.botframework.com" }).Split('.');
        Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync($"{parts[0]}.{parts[1]}.{other[2]}", ConnectorWorld.Message()));
    }

    [Fact]
    public async Task A_token_of_more_than_16_KB_is_401()
    {
        var claims = world.Claims();
        claims["padding"] = new string('x', 13_000);
        Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync(world.Key.Sign(claims), ConnectorWorld.Message()));
        claims["padding"] = new string('x', 8_000);
        Assert.Equal(HttpStatusCode.OK, await world.PostAsync(world.Key.Sign(claims), ConnectorWorld.Message()));
    }

    [Fact]
    public async Task Of_two_keys_with_one_id_the_one_that_signed_is_the_one_that_vouches()
    {
        var twin = new TestKey("key-1", "another pair");
        world.Far.Keys = [world.Key.Public("msteams"), twin.Public("webchat")];
        Assert.Equal(HttpStatusCode.OK, await world.PostAsync(world.GoodToken(), ConnectorWorld.Message()));
        Assert.Equal(HttpStatusCode.Forbidden, await world.PostAsync(twin.Sign(world.Claims()), ConnectorWorld.Message()));
    }

    [Fact]
    public async Task A_key_of_less_than_2048_bits_is_no_key()
    {
        var weak = new TestKey("weak", "weak", bits: 1024);
        world.Far.Keys = [world.Key.Public("msteams"), weak.Public("msteams")];
        Assert.Equal(HttpStatusCode.Unauthorized, await world.PostAsync(weak.Sign(world.Claims()), ConnectorWorld.Message()));
    }
}
