namespace AraWeb.Engine.Models.Neural;

/// <summary>An engine that can learn: losses, and the gradient of a loss in every parameter.</summary>
public interface ITrainingEngine : ITensorEngine
{
    /// <summary>
    /// Sum over rows, horizons and levels of the pinball loss (Koenker and Bassett 1978), weighted by row: quantiles [batch, horizons, levels], targets
    /// [batch, horizons], weights [batch].
    /// </summary>
    Tensor PinballLoss(Tensor quantiles, Tensor targets, Tensor weights, float[] levels);

    /// <summary>
    /// Sum over rows and horizons of half the squared error, linear beyond the limit (Huber 1964), weighted by row: both [batch, horizons].
    /// </summary>
    Tensor HuberLoss(Tensor means, Tensor targets, Tensor weights, float limit);

    /// <summary>Adds the gradient of a loss to the gradients of the parameters.</summary>
    void Backward(Tensor loss);
}
