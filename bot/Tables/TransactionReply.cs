using System.Globalization;
using Azure;

namespace ReflectionBot.Tables;

/// <summary>
/// What became of a transaction. The service answers 202 either way; within, there is one part for every
/// action, or a single part for the action that was refused, whose message begins with its place ("1:The ...").
/// </summary>
internal sealed record TransactionReply(int Status, string? ErrorCode, int? FailedIndex, IReadOnlyList<ETag> ETags)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Somebody else was first; nothing is wrong.</summary>
    public bool IsConflict =>
        Status == 412
        || (Status == 409 && ErrorCode == TableErrorCode.EntityAlreadyExists)
        || (Status == 404 && ErrorCode == TableErrorCode.ResourceNotFound);

    public static TransactionReply Read(TableReply reply, int actions)
    {
        if (!reply.IsSuccess)
            return Refused(reply.Status, reply.Response.Content);

        var parts = Parts(reply.Response.Content.ToString());
        if (parts.FirstOrDefault(p => p.Status >= 300) is { } refused)
            return Refused(refused.Status, BinaryData.FromString(refused.Body));
        if (parts.Count != actions)
            throw new InvalidDataException($"A transaction of {actions} actions was answered in {parts.Count} parts.");
        return new TransactionReply(reply.Status, null, null, [.. parts.Select(p => p.ETag)]);
    }

    private static TransactionReply Refused(int status, BinaryData body)
    {
        var (code, message) = TableErrorParser.Read(body);
        var place = message?.Split(':', 2)[0];
        var index = int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? i : (int?)null;
        return new TransactionReply(status, code, index, []);
    }

    private static List<Part> Parts(string content)
    {
        var parts = new List<Part>();
        Part? part = null;
        var inBody = false;
        foreach (var range in content.AsSpan().Split('\n'))
        {
            var line = content.AsSpan(range).TrimEnd('\r');
            if (line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            {
                parts.Add(part = new Part(int.Parse(line.Slice(9, 3), CultureInfo.InvariantCulture)));
                inBody = false;
            }
            else if (line.StartsWith("--", StringComparison.Ordinal))
                part = null;
            else if (part is not null && inBody)
                part.Body += line.ToString();
            else if (part is not null && line.Length == 0)
                inBody = true;
            else if (part is not null && line.StartsWith("ETag:", StringComparison.OrdinalIgnoreCase))
                part.ETag = new ETag(line[5..].Trim().ToString());
        }

        return parts;
    }

    private sealed class Part(int status)
    {
        public int Status { get; } = status;
        public ETag ETag { get; set; }
        public string Body { get; set; } = "";
    }
}
