using Azure.Core;
using Azure.Core.Pipeline;

namespace ReflectionBot.Tables;

/// <summary>
/// One storage account's table service. Names and shapes follow Azure.Data.Tables; the wire is the
/// "Table service REST API", version 2020-12-06. Thread safe; make one and keep it.
/// </summary>
internal sealed class TableServiceClient
{
    private readonly TablePipeline _pipeline;
    private readonly string _prefix;

    /// <summary>
    /// From a connection string: an account key, a shared access signature, or <c>UseDevelopmentStorage=true</c>.
    /// </summary>
    /// <exception cref="FormatException">The connection string lacks a part; the message names it and no value.</exception>
    public TableServiceClient(string connectionString, TimeProvider time, TableClientOptions? options = null)
        : this(TableConnection.Parse(connectionString), time, options)
    {
    }

    /// <summary>From an endpoint that carries a shared access signature as its query.</summary>
    public TableServiceClient(Uri endpointWithSas, TimeProvider time, TableClientOptions? options = null)
        : this(TableConnection.FromSas(endpointWithSas), time, options)
    {
    }

    /// <summary>From the account's endpoint (https only) and an Entra ID credential.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential credential, TimeProvider time, TableClientOptions? options = null)
        : this(TableConnection.FromToken(endpoint, credential), time, options)
    {
    }

    private TableServiceClient(TableConnection connection, TimeProvider time, TableClientOptions? options)
    {
        options ??= new TableClientOptions();
        _prefix = options.TablePrefix;
        var pipeline = new HttpPipelineOptions(options)
        {
            RequestFailedDetailsParser = TableErrorParser.Instance,
            PerRetryPolicies = { new TableHeadersPolicy(time) },
        };
        connection.AddTo(pipeline);
        _pipeline = new TablePipeline(HttpPipelineBuilder.Build(pipeline), connection.Endpoint);
    }

    /// <summary>Says nothing to the service: tables are created when the bot starts.</summary>
    public TableClient GetTableClient(string tableName) => new(_pipeline, TableRules.TableName(_prefix + tableName));
}
