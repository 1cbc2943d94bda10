namespace AraWeb.Engine.Training.Search;

/// <summary>What a search settled on for a learner.</summary>
/// <param name="Learner">Id of the learner.</param>
/// <param name="Values">The parameters that later trainings use; empty for the usual settings.</param>
/// <param name="Best">The configuration that did best, in words, whether it was taken or not.</param>
/// <param name="Gain">By how much its mean gain lies above that of the usual settings, on the same rows.</param>
/// <param name="Sharpe">Mean of the differences of the blocks over their standard deviation.</param>
/// <param name="Deflated">
/// Deflated Sharpe ratio of the differences: the probability that they are above what the best of so many useless configurations would show; NaN where the
/// usual settings did best.
/// </param>
/// <param name="Trials">Configurations tried, those of all learners and earlier searches too.</param>
/// <param name="DataHash">SHA-256 of the bars.</param>
/// <param name="At">When.</param>
public sealed record TrialChoice(
    string Learner, SortedDictionary<string, double> Values, string Best, double Gain, double Sharpe, double Deflated, int Trials, string DataHash,
    DateTimeOffset At);
