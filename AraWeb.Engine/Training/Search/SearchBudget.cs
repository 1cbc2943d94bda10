namespace AraWeb.Engine.Training.Search;

/// <summary>When a search ends.</summary>
/// <param name="Time">No trial begins after so much time.</param>
/// <param name="Trials">New trials at most.</param>
/// <param name="Seed">Chance of the configurations: the same seed draws the same ones.</param>
public sealed record SearchBudget(TimeSpan Time, int Trials, int Seed);
