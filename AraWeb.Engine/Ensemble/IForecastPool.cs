using AraWeb.Engine.Models;

namespace AraWeb.Engine.Ensemble;

/// <summary>Joins what the members say into one forecast per horizon. Weights are non-negative and shrunk to equal weights and to zero.</summary>
public interface IForecastPool
{
    /// <summary>Pools the members' forecasts of one horizon.</summary>
    /// <param name="horizon">Bars ahead.</param>
    /// <param name="members">[M] forecasts in the order in which the pool learned its members.</param>
    StandardizedForecast Combine(int horizon, ReadOnlySpan<StandardizedForecast> members);
}
