using System.Buffers;
using System.Text;

namespace ReflectionBot.Tables;

/// <summary>Writes the multipart body of a transaction. Source: "Performing entity group transactions".</summary>
internal sealed class TransactionBody(
    TablePipeline pipeline, string table, string writeMark, IReadOnlyCollection<TableTransactionAction> actions)
{
    // Constant, as JSON never holds a raw line break and so no body line can begin with a boundary.
    private const string Batch = "batch_reflectionbot";
    private const string Changeset = "changeset_reflectionbot";

    public const string ContentType = "multipart/mixed; boundary=" + Batch;

    /// <summary>Bytes of a usual action: where it is about right, the body is not copied as it grows.</summary>
    private const int UsualAction = 1_024;

    private readonly ArrayBufferWriter<byte> _body = new(UsualAction * actions.Count);

    public ReadOnlyMemory<byte> Write()
    {
        Line("--" + Batch);
        Line("Content-Type: multipart/mixed; boundary=" + Changeset);
        Line();
        foreach (var action in actions)
            WritePart(action);
        Line("--" + Changeset + "--");
        Line("--" + Batch + "--");
        return _body.WrittenMemory;
    }

    private void WritePart(TableTransactionAction action)
    {
        var (method, path) = Target(action);
        Line("--" + Changeset);
        Line("Content-Type: application/http");
        Line("Content-Transfer-Encoding: binary");
        Line();
        Text(method);
        Text(" ");
        Text(pipeline.Endpoint);
        Text(path);
        Line(" HTTP/1.1");
        Line("Accept: " + TablePipeline.MinimalMetadata);
        Line("DataServiceVersion: 3.0;");
        if (action.IsConditional)
            Line("If-Match: " + action.ETag.ToString("H"));
        if (action.ActionType == TableTransactionActionType.Add)
            Line("Prefer: return-no-content");
        if (action.ActionType != TableTransactionActionType.Delete)
        {
            Line("Content-Type: application/json");
            Line();
            TableEntityJson.Write(action.Entity, writeMark, _body);
        }
        else
        {
            Line();
        }

        Line();
    }

    private (string Method, string Path) Target(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => ("POST", table),
        TableTransactionActionType.Delete => ("DELETE", PathOf(action.Entity)),
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => ("PUT", PathOf(action.Entity)),
        _ => ("MERGE", PathOf(action.Entity)),
    };

    private string PathOf(TableEntity entity) => TablePipeline.EntityPath(table, entity.PartitionKey, entity.RowKey);

    private void Line(string text = "")
    {
        Text(text);
        _body.Write("\r\n"u8);
    }

    private void Text(string text) => Encoding.UTF8.GetBytes(text, _body);
}
