namespace AraWeb.Engine.Features.Graph;

/// <summary>The columns that come from bars, and the mixtures of them that many indicators share.</summary>
internal sealed partial class BarInputs
{
    private readonly FeatureGraph _graph;

    internal BarInputs(FeatureGraph graph) => _graph = graph;

    /// <summary>First prices.</summary>
    public Column Open => _graph.Input(BarField.Open);

    /// <summary>Highest prices.</summary>
    public Column High => _graph.Input(BarField.High);

    /// <summary>Lowest prices.</summary>
    public Column Low => _graph.Input(BarField.Low);

    /// <summary>Last prices.</summary>
    public Column Close => _graph.Input(BarField.Close);

    /// <summary>Units traded.</summary>
    public Column Volume => _graph.Input(BarField.Volume);

    /// <summary>Day number of the session; changes where a new session begins.</summary>
    public Column Session => _graph.Input(BarField.Session);

    /// <summary>Close of the benchmark; NaN where there is none.</summary>
    public Column Benchmark => _graph.Input(BarField.Benchmark);

    /// <summary>(high + low) / 2.</summary>
    public Column Median => (High + Low) / 2;

    /// <summary>(high + low + close) / 3.</summary>
    public Column Typical => (High + Low + Close) / 3;

    /// <summary>(high + low + 2 close) / 4.</summary>
    public Column Weighted => (High + Low + (Close * 2)) / 4;

    /// <summary>Logarithm of the close over the close before.</summary>
    public Column LogReturn => Close.Log().Change(1);

    /// <summary>Greatest of high - low, |high - close before| and |low - close before|; unknown at the first bar. Wilder (1978).</summary>
    public Column TrueRange => High.Zip(
        Low, Close.Shift(1), static (high, low, before) => Math.Max(high - low, Math.Max(Math.Abs(high - before), Math.Abs(low - before))));
}
