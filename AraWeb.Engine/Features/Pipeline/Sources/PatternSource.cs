using AraWeb.Engine.Features.Patterns;

namespace AraWeb.Engine.Features.Pipeline.Sources;

/// <summary>Strength of the patterns of each kind: the strongest bullish match less the strongest bearish one, fading over some bars.</summary>
internal sealed class PatternSource : IFeatureSource
{
    private static readonly (PatternKind Kind, int DecayBars)[] Columns =
        [(PatternKind.Candle, 5), (PatternKind.Chart, 20), (PatternKind.Harmonic, 20), (PatternKind.Elliott, 20)];

    /// <inheritdoc/>
    public IEnumerable<FeatureValues> Compute(FeatureContext context)
    {
        var matches = PatternScanner.Scan(context.Bars);
        return Columns.Select(column => new FeatureValues(
            $"patterns:{column.Kind.ToString().ToLowerInvariant()}",
            PatternScanner.Strength([.. matches.Where(match => match.Kind == column.Kind)], context.Bars.Count, column.DecayBars)));
    }
}
