namespace AraWeb.Engine.Prediction.Walk;

/// <summary>Watches a walk over history: studies score what it sees.</summary>
public interface IWalkObserver
{
    /// <summary>The outcome of a forecast has come.</summary>
    /// <param name="issuedAt">Index of the last bar that the forecast had seen.</param>
    /// <param name="horizon">Bars ahead.</param>
    /// <param name="forecast">What was said.</param>
    /// <param name="outcome">Cumulative log return that came.</param>
    void OnOutcome(int issuedAt, int horizon, in IssuedForecast forecast, double outcome);
}
