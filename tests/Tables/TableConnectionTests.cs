using ReflectionBot.Tables;

namespace ReflectionBot.Tests.Tables;

public sealed class TableConnectionTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1/")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=a2V5;EndpointSuffix=core.windows.net", "https://contoso.table.core.windows.net/")]
    [InlineData("AccountName=contoso;AccountKey=a2V5", "https://contoso.table.core.windows.net/")]
    [InlineData("AccountName=contoso;AccountKey=a2V5;EndpointSuffix=core.usgovcloudapi.net", "https://contoso.table.core.usgovcloudapi.net/")]
    [InlineData("accountname=x;accountkey=a2V5;TableEndpoint=http://127.0.0.1:1/x;", "http://127.0.0.1:1/x/")]
    [InlineData("TableEndpoint=https://contoso.table.core.windows.net/;SharedAccessSignature=?sv=1&sig=s%3D", "https://contoso.table.core.windows.net/")]
    public void Connection_string_says_where_the_account_is(string connectionString, string endpoint) =>
        Assert.Equal(endpoint, TableConnection.Parse(connectionString).Endpoint.AbsoluteUri);

    [Theory]
    [InlineData("", "AccountName")]
    [InlineData("AccountName=contoso", "AccountKey")]
    [InlineData("AccountName=contoso;AccountKey=se_cret", "AccountKey")]
    [InlineData("AccountKey=c2VjcmV0", "AccountName")]
    [InlineData("AccountName=contoso;AccountKey=c2VjcmV0;TableEndpoint=se_cret", "TableEndpoint")]
    [InlineData("se_cret", "Name=Value")]
    [InlineData("TableEndpoint=https://contoso.table.core.windows.net;SharedAccessSignature=se_cret", "shared access signature")]
    [InlineData("TableEndpoint=http://contoso.example;SharedAccessSignature=sv=1&sig=se_cret", "https")]
    public void Broken_connection_string_names_the_part_and_no_value(string connectionString, string part)
    {
        var broken = Assert.Throws<FormatException>(() => TableConnection.Parse(connectionString));
        Assert.Contains(part, broken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("se_cret", broken.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", broken.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Endpoint_without_a_signature_is_refused() =>
        Assert.Throws<FormatException>(() => TableConnection.FromSas(new Uri("https://contoso.table.core.windows.net/")));
}
