using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction.Inputs;
using AraWeb.Engine.Prediction.Means;
using AraWeb.Engine.Prediction.Walk;
using AraWeb.Engine.Regime;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Prediction.Confidence;

/// <summary>
/// Measures the six factors of <see cref="ConfidenceScore"/> at the newest bar, all from what the walk, the state detector and the model had seen by then. Also
/// says how far ahead the method has shown itself better than the baseline in the present state, beyond which a forecast is not recommended.
/// </summary>
internal sealed class ConfidenceFactors
{
    /// <summary>Evidence that a horizon takes to be recommended: as for a model to go live.</summary>
    private const double MostP = 0.1;

    private readonly WalkForward _walk;
    private readonly PooledMean? _pooled;
    private readonly HorizonAnchors _anchors;
    private readonly HindcastSkill[] _now;
    private readonly double[] _skills;
    private readonly double[] _stays;
    private readonly double _quality;

    /// <summary>Measures what all horizons share.</summary>
    /// <param name="bars">Oldest first.</param>
    /// <param name="walk">The walk over them.</param>
    /// <param name="regimes">The state detector after them.</param>
    /// <param name="skills">Of the walk, one for each anchor horizon.</param>
    /// <param name="pooled">What the pooled model said; null where it did not.</param>
    public ConfidenceFactors(BarSeries bars, WalkForward walk, RegimeTrack regimes, IReadOnlyList<HindcastSkill> skills, PooledMean? pooled)
    {
        (_walk, _pooled, _anchors) = (walk, pooled, HorizonAnchors.Standard(Horizon.Max));
        _quality = InputCheck.Quality(bars);
        _skills = [.. skills.Select(skill => skill.Skill)];
        _now = [.. Enumerable.Range(0, _anchors.Count).Select(k => walk.SkillNow(_anchors[k]))];
        _stays = new double[Horizon.Max];
        for (var h = 1; h <= _stays.Length; h++)
        {
            _stays[h - 1] = regimes.Current is { } state ? regimes.Ahead(h)[(int)state] : double.NaN;
        }
    }

    /// <summary>Farthest anchor horizon at which, in the present state, the walk scored better than the baseline with p below 0.1; 0 for none.</summary>
    public int Recommended
    {
        get
        {
            var farthest = 0;
            for (var k = 0; k < _now.Length; k++)
            {
                farthest = _now[k].Skill > 0 && _now[k].BetterP < MostP ? _anchors[k] : farthest;
            }

            return farthest;
        }
    }

    /// <summary>The factors of one horizon.</summary>
    /// <param name="horizon">Bars ahead.</param>
    /// <param name="isCall">False lowers the whole to zero.</param>
    public ConfidenceScore Of(int horizon, bool isCall)
    {
        var anchor = _anchors.PositionBelow(horizon);
        var best = _skills.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();
        var decay = best > 0 ? Math.Clamp(_skills[anchor] / best, 0, 1) : double.IsNaN(best) ? double.NaN : 0;
        var evidence = double.IsNaN(_now[anchor].BetterP) ? _walk.Skill(horizon).BetterP : _now[anchor].BetterP;
        var position = _pooled?.PositionBelow(horizon) ?? 0;
        return new ConfidenceScore(
            _pooled?.Answer.Agreement[position] ?? double.NaN, 1 - evidence, _quality, _stays[horizon - 1], decay, Consistency(position))
        {
            Kept = isCall ? _pooled?.Answer.Heard[position] ?? 1 : 0,
        };
    }

    /// <summary>A rank correlation below zero is no consistency at all.</summary>
    private double Consistency(int position)
    {
        var measured = _pooled?.Pool.Model.ImportanceConsistency ?? [];
        return position < measured.Count ? Math.Max(0, measured[position]) : double.NaN;
    }
}
