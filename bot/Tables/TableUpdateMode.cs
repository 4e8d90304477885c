namespace ReflectionBot.Tables;

internal enum TableUpdateMode
{
    /// <summary>Properties that are not sent keep their stored value.</summary>
    Merge,

    /// <summary>Properties that are not sent are removed.</summary>
    Replace,
}
