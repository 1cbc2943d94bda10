namespace AraWeb.Engine.Studies.Xray;

/// <summary>What the X-ray found of one pattern.</summary>
/// <param name="Pattern">Its id.</param>
/// <param name="Matches">How often it was found in the whole series.</param>
/// <param name="Faults">What is wrong, in words; empty when the pattern is sound.</param>
public sealed record PatternXrayRow(string Pattern, int Matches, IReadOnlyList<string> Faults)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsSound => Faults.Count == 0;
}
