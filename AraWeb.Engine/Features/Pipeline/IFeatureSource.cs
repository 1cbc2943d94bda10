namespace AraWeb.Engine.Features.Pipeline;

/// <summary>Computes a group of columns. A value at a row may come only from what was known when that row's bar closed.</summary>
public interface IFeatureSource
{
    /// <summary>The columns, always the same names in the same order, whatever the context holds.</summary>
    IEnumerable<FeatureValues> Compute(FeatureContext context);
}
