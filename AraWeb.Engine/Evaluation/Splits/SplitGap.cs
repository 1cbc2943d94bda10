namespace AraWeb.Engine.Evaluation.Splits;

/// <summary>
/// What is left out between rows to learn from and rows to be judged on. Rows are points in time in ascending order; where several series share a day, the days
/// are the rows. The label of row t is known at row t + purge, so it spans the rows t to t + purge.
/// </summary>
/// <param name="Purge">Rows left out on either side of a test block: the horizon of the labels. Then no span of a label learnt from meets a test span.</param>
/// <param name="Embargo">Further rows left out after a test block, for features that remember it. Walk-forward leaves them out before the block.</param>
public readonly record struct SplitGap(int Purge, int Embargo)
{
    /// <summary>True when neither number is negative.</summary>
    internal bool IsValid => Purge >= 0 && Embargo >= 0;
}
