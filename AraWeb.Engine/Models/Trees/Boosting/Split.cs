namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>A question that divides the rows of a node.</summary>
/// <param name="Gain">What it takes off twice the regularised loss.</param>
/// <param name="Feature">Which column; -1 when nothing divides the node.</param>
/// <param name="Bin">The last bin that goes left.</param>
/// <param name="MissingLeft">Whether rows without the value go left.</param>
internal readonly record struct Split(double Gain, int Feature, int Bin, bool MissingLeft)
{
    /// <summary>No question that is worth it.</summary>
    public static Split None => new(0, -1, 0, MissingLeft: false);

    /// <summary>Whether there is a question.</summary>
    public bool Exists => Feature >= 0;
}
