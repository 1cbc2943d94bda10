using AraWeb.Engine.Core;

namespace AraWeb.Engine.Ledger.Skill;

/// <summary>One horizon of one frozen forecast, as it is read for scoring: filled anew for each row, so valid only until the next.</summary>
public sealed class OutcomeRow
{
    /// <summary>Name and version of the model.</summary>
    public string ModelVersion { get; set; } = string.Empty;

    /// <summary>True for invented prices.</summary>
    public bool IsSimulated { get; set; }

    /// <summary>The symbol's text.</summary>
    public string Symbol { get; set; } = string.Empty;

    /// <summary>The market's state at issue; null where it was not known.</summary>
    public RegimeType? Regime { get; set; }

    /// <summary>Date of the last bar that was used, as days since year 1.</summary>
    public int Day { get; set; }

    /// <summary>Bars ahead.</summary>
    public int Bars { get; set; }

    /// <summary>Null while pending.</summary>
    public OutcomeState? State { get; set; }

    /// <summary>Cumulative log return that came; NaN unless resolved.</summary>
    public double Return { get; set; }

    /// <summary>[9] quantiles of the forecast.</summary>
    public double[] Quantiles { get; } = new double[Core.Quantiles.Levels.Length];

    /// <summary>Forecast probability of a positive return.</summary>
    public double ProbabilityUp { get; set; }

    /// <summary>What simple rivals said; NaN throughout in forecasts from before the ledger kept them.</summary>
    public FrozenBaselines Baselines { get; set; } = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
}
