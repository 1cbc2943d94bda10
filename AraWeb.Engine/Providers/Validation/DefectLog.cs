namespace AraWeb.Engine.Providers.Validation;

/// <summary>Collects defects while a file is examined: counts them all, lists at most <see cref="ListedPerKind"/> of each kind.</summary>
internal sealed class DefectLog
{
    /// <summary>Bound of the list per kind, so that a broken file of millions of rows gives a short report.</summary>
    public const int ListedPerKind = 50;

    private readonly Dictionary<(DefectKind Kind, DefectSeverity Severity), int> _counts = [];
    private readonly List<BarDefect> _defects = [];

    /// <summary>How often each defect occurred, most serious first.</summary>
    public IReadOnlyList<DefectCount> Counts =>
    [
        .. _counts.Select(entry => new DefectCount(entry.Key.Kind, entry.Key.Severity, entry.Value)).OrderBy(count => (count.Severity, count.Kind)),
    ];

    /// <summary>The listed defects in order of rows.</summary>
    public IReadOnlyList<BarDefect> Defects => [.. _defects.OrderBy(defect => defect.Row)];

    /// <summary>Notes a defect at a row.</summary>
    public void Add(DefectKind kind, DefectSeverity severity, int row, long time, string message) =>
        Add(kind, severity, row, DateTimeOffset.FromUnixTimeMilliseconds(time), message);

    /// <summary>Notes a defect of a row without a stamp.</summary>
    public void AddUnstamped(DefectKind kind, DefectSeverity severity, int row, string message) => Add(kind, severity, row, null, message);

    /// <summary>Notes a defect of the whole file.</summary>
    public void AddFile(DefectKind kind, DefectSeverity severity, string message) => Add(kind, severity, 0, null, message);

    private void Add(DefectKind kind, DefectSeverity severity, int row, DateTimeOffset? time, string message)
    {
        var count = _counts.GetValueOrDefault((kind, severity)) + 1;
        _counts[(kind, severity)] = count;
        if (count <= ListedPerKind)
        {
            _defects.Add(new BarDefect(kind, severity, row, time, message));
        }
    }
}
