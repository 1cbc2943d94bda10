namespace AraWeb.Engine.Regime.Hmm;

/// <summary>What a fit of a hidden Markov model found.</summary>
/// <param name="Model">The best model over all starting points; has fewer states than asked for when <paramref name="Status"/> is collapsed.</param>
/// <param name="Status">How the fit ended.</param>
/// <param name="Iterations">Steps from the starting point that won.</param>
/// <param name="LogLikelihood">Of the rows under the model, in nats, without the prior.</param>
/// <param name="LastGain">What the last step added to log-likelihood and log prior.</param>
/// <param name="Collapses">Starting points that were given up because a state lost its rows.</param>
public sealed record HmmFit(HiddenMarkovModel Model, FitStatus Status, int Iterations, double LogLikelihood, double LastGain, int Collapses);
