using ReflectionBot.Tables;

namespace ReflectionBot.Tests.Tables;

public sealed class SharedKeyLitePolicyTests
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    [Theory]
    [InlineData(
        "/devstoreaccount1/devstoreaccount1/Standups(PartitionKey=%27team1%27,RowKey=%27r1%27)",
        "QSQq0a5x3GZey+fR+hdMns4G3qHKkHgDW79HvfEMjoE=")]
    [InlineData("/contoso/Standups(PartitionKey=%27team1%27,RowKey=%27r1%27)", "oD/qjZ34qZYvecxYSQ881VZJVONi62fBq9UgiDZ23RI=")]
    [InlineData("/contoso/?comp=properties", "j/EFpfnbIEMPz50fQuaSLhFL16hkdZLl8U9K5oAg+BI=")]
    public void Known_requests_have_known_signatures_however_often(string resource, string signature)
    {
        var policy = new SharedKeyLitePolicy("contoso", Convert.FromBase64String(Key));

        Assert.Equal(signature, policy.Sign("Fri, 20 Nov 2026 20:00:00 GMT", resource));
        Assert.Equal(signature, policy.Sign("Fri, 20 Nov 2026 20:00:00 GMT", resource));
    }

    [Theory]
    [InlineData(
        "http://127.0.0.1:10002/devstoreaccount1/Standups(PartitionKey=%27team1%27,RowKey=%27r1%27)?$select=A",
        "devstoreaccount1",
        "/devstoreaccount1/devstoreaccount1/Standups(PartitionKey=%27team1%27,RowKey=%27r1%27)")]
    [InlineData("https://contoso.table.core.windows.net/?restype=service&comp=properties", "contoso", "/contoso/?comp=properties")]
    [InlineData(
        "https://contoso.table.core.windows.net/T(PartitionKey=%27%C3%A6%20%27%27%25%27,RowKey=%27%27)?$filter=comp%20eq%201",
        "contoso",
        "/contoso/T(PartitionKey=%27%C3%A6%20%27%27%25%27,RowKey=%27%27)")]
    public void Path_is_signed_as_it_is_sent_and_of_the_query_only_comp(string address, string account, string resource) =>
        Assert.Equal(resource, SharedKeyLitePolicy.CanonicalizedResource(account, new Uri(address)));
}
