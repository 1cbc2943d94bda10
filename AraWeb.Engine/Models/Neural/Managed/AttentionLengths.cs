namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>Lengths of an attention.</summary>
/// <param name="Batch">Sequences.</param>
/// <param name="Steps">Steps of each.</param>
/// <param name="Heads">Heads.</param>
/// <param name="Columns">Columns of a head.</param>
internal readonly record struct AttentionLengths(int Batch, int Steps, int Heads, int Columns)
{
    /// <summary>Columns of all heads.</summary>
    public int Width => Heads * Columns;
}
