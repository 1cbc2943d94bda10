namespace AraWeb.Engine.Models.Trees.Imports;

/// <summary>Takes LightGBM's text apart into its sections up to the line <c>end of trees</c>; what follows (importances, parameters) is not read.</summary>
/// <param name="text">The whole file.</param>
internal sealed class LightgbmSections(string text)
{
    private const string Last = "end of trees";
    private int _at;
    private string? _pending;

    /// <summary>Whether the last section was reached.</summary>
    public bool Ended { get; private set; }

    /// <summary>The next section; null at the end of the text.</summary>
    /// <exception cref="Core.ModelException">A key stands twice in a section.</exception>
    public LightgbmSection? Next()
    {
        var name = _pending ?? NextLine();
        _pending = null;
        if (name is null || Ended)
        {
            return null;
        }

        Ended = name == Last;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        while (!Ended && NextLine() is { } line)
        {
            if (IsFirst(line))
            {
                _pending = line;
                break;
            }

            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (!values.TryAdd(at < 0 ? line : line[..at], at < 0 ? string.Empty : line[(at + 1)..]))
            {
                throw ImportLimits.Refuse($"'{line[..Math.Max(0, at)]}' stands twice in a section");
            }
        }

        return new LightgbmSection(name.StartsWith("Tree=", StringComparison.Ordinal) ? $"tree {name["Tree=".Length..]}" : name, values);
    }

    private static bool IsFirst(string line) => line == Last || line.StartsWith("Tree=", StringComparison.Ordinal);

    private string? NextLine()
    {
        while (_at < text.Length)
        {
            var end = text.IndexOf('\n', _at);
            end = end < 0 ? text.Length : end;
            var line = text.AsSpan(_at, end - _at).Trim();
            _at = end + 1;
            if (!line.IsEmpty)
            {
                return line.ToString();
            }
        }

        return null;
    }
}
