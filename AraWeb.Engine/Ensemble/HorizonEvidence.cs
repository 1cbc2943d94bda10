namespace AraWeb.Engine.Ensemble;

/// <summary>What out-of-fold forecasts of one horizon were worth in one state of the market.</summary>
/// <param name="Horizon">Bars ahead.</param>
/// <param name="Days">Distinct days.</param>
/// <param name="MeanSkill">One minus the squared error of the pooled mean over that of saying nothing; NaN without days.</param>
/// <param name="MeanP">One-sided p-value for being better (Diebold and Mariano on the means of days); NaN with too few days.</param>
/// <param name="ScaleSkill">
/// One minus the CRPS of a normal with the forecast deviation over that of a normal with the instrument's usual deviation so far; NaN without days.
/// </param>
/// <param name="ScaleP">One-sided p-value for being better; NaN with too few days.</param>
public sealed record HorizonEvidence(int Horizon, int Days, double MeanSkill, double MeanP, double ScaleSkill, double ScaleP)
{
    private const double Level = 0.05;

    /// <summary>The mean says something here.</summary>
    public bool HasMeanEdge => MeanSkill > 0 && MeanP < Level;

    /// <summary>The size of moves is told here better than by the usual one.</summary>
    public bool HasScaleEdge => ScaleSkill > 0 && ScaleP < Level;
}
