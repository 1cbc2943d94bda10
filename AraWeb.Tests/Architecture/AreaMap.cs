namespace AraWeb.Tests.Architecture;

/// <summary>
/// The areas of AraWeb.Engine and their lines: the one place that says who may use whom. docs/architecture.md shows the same table to people, and a test
/// compares the two. An area may use the areas on the lines above its own. Store is in no line: it implements ports of any area.
/// </summary>
internal sealed class AreaMap
{
    /// <summary>The area that stands outside the lines.</summary>
    public const string Store = "Store";

    private readonly Dictionary<string, int> _lines;

    /// <summary>Makes a map; used as such by canaries.</summary>
    public AreaMap(string root, params string[][] lines)
    {
        Root = root;
        _lines = lines
            .SelectMany((areas, i) => areas.Select(area => (Area: area, Line: i + 1)))
            .ToDictionary(pair => pair.Area, pair => pair.Line, StringComparer.Ordinal);
    }

    /// <summary>The Engine's map.</summary>
    public static AreaMap Engine { get; } = new(
        "AraWeb.Engine",
        ["Core"],
        ["Numerics", "Jobs"],
        ["Providers", "Features", "Volatility", "Calibration", "Evaluation", "Portfolio", "Onnx", "Registry"],
        ["Sentiment", "Regime", "Models", "Ledger"],
        ["Ensemble"],
        ["Explanation"],
        ["Training", "Prediction"],
        ["Backtest", "Alerts"],
        ["Studies"]);

    /// <summary>The namespace that the areas stand in.</summary>
    public string Root { get; }

    /// <summary>Line of each area, 1 the topmost.</summary>
    public IReadOnlyDictionary<string, int> Lines => _lines;

    /// <summary>The area of a namespace under <see cref="Root"/>: empty at the root itself, null outside.</summary>
    public string? AreaOf(string? space)
    {
        if (space == Root)
        {
            return string.Empty;
        }

        return space is not null && space.StartsWith(Root + ".", StringComparison.Ordinal) ? space[(Root.Length + 1)..].Split('.')[0] : null;
    }

    /// <summary>True when <paramref name="user"/> may refer to <paramref name="used"/>.</summary>
    public bool Allows(string user, string used) =>
        user == used || user == Store || (used != Store && _lines.TryGetValue(user, out var own) && _lines.TryGetValue(used, out var other) && other < own);
}
