using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>What an isolation forest is grown with; the defaults are those of Liu, Ting and Zhou (2008).</summary>
public sealed record IsolationSettings
{
    private const int Most = 20_000;

    /// <summary>Number of trees.</summary>
    public int Trees { get; init; } = 100;

    /// <summary>Rows that each tree sees, drawn without replacement; all where there are fewer.</summary>
    public int Sample { get; init; } = 256;

    /// <exception cref="ModelException">A setting is out of range.</exception>
    internal void Check()
    {
        if (Trees is < 1 or > Most || Sample is < 2 or > Most)
        {
            throw new ModelException(
                $"An isolation forest of {Trees} trees on {Sample} rows each was asked for.", $"Choose 1 to {Most} trees and 2 to {Most} rows.");
        }
    }
}
