namespace AraWeb.Engine.Evaluation.Resampling;

/// <summary>How the stationary bootstrap draws.</summary>
/// <param name="BlockLength">
/// Mean number of consecutive rows (days, where rows are put together by day) that stay together, at least 1; with 1 each is drawn by itself.
/// </param>
/// <param name="Replications">Samples drawn, at least 1; 2000 leave an end of a 95 % interval uncertain by about a fiftieth of its width.</param>
/// <param name="Seed">Chance: the same seed draws the same samples.</param>
public sealed record BootstrapSettings(double BlockLength, int Replications, int Seed)
{
    /// <summary>Refuses numbers that no sample can be drawn with.</summary>
    internal void Validate(string name)
    {
        if (!(BlockLength >= 1) || !double.IsFinite(BlockLength) || Replications < 1)
        {
            throw new ArgumentException($"{this}: the block length must be at least 1, and so must the replications.", name);
        }
    }
}
