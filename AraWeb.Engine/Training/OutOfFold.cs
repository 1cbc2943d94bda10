using AraWeb.Engine.Models;

namespace AraWeb.Engine.Training;

/// <summary>What each member said of each row before it could know the outcome.</summary>
public sealed class OutOfFold
{
    private readonly StandardizedForecast[] _said;

    internal OutOfFold(TrainingPanel panel, IReadOnlyList<string> members)
    {
        (Panel, Members) = (panel, members);
        _said = new StandardizedForecast[panel.Rows.Count * panel.Horizons.Count * members.Count];
        Array.Fill(_said, new StandardizedForecast(double.NaN, double.NaN));
    }

    /// <summary>The rows.</summary>
    public TrainingPanel Panel { get; }

    /// <summary>[M] ids of the members.</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>Members that could not be fitted at some time, and why.</summary>
    public IReadOnlyList<string> Failures { get; internal set; } = [];

    /// <summary>The fits that were made: the first day each was used, and the rows it learned from.</summary>
    public IReadOnlyList<(int Day, int Rows)> Fits { get; internal set; } = [];

    /// <summary>What the members looked at from fit to fit.</summary>
    public ImportanceLog Importance { get; } = new();

    /// <summary>[M] what the members said of one row and horizon; NaN where one said nothing.</summary>
    public ReadOnlySpan<StandardizedForecast> Of(int row, int horizon) =>
        _said.AsSpan(((row * Panel.Horizons.Count) + horizon) * Members.Count, Members.Count);

    internal void Set(int row, int member, ReadOnlySpan<StandardizedForecast> forecasts)
    {
        for (var h = 0; h < forecasts.Length; h++)
        {
            _said[(((row * Panel.Horizons.Count) + h) * Members.Count) + member] = forecasts[h];
        }
    }
}
