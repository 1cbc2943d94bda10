namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>Lengths of a recurrence.</summary>
/// <param name="Batch">Sequences.</param>
/// <param name="Steps">Steps of each.</param>
/// <param name="State">Columns of the state, a multiple of 16.</param>
/// <param name="Backwards">True from the last step to the first.</param>
internal readonly record struct RecurrentLengths(int Batch, int Steps, int State, bool Backwards)
{
    /// <summary>The step taken at a time.</summary>
    public int StepAt(int time) => Backwards ? Steps - 1 - time : time;

    /// <summary>Where the step before lies in memory, in steps from this one.</summary>
    public int Before => Backwards ? 1 : -1;
}
