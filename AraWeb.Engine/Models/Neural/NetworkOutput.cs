namespace AraWeb.Engine.Models.Neural;

/// <summary>What a network says of a batch of windows.</summary>
/// <param name="Mean">[batch, horizons] expected returns in forecast deviations.</param>
/// <param name="Quantiles">[batch, horizons, levels] quantiles of the returns in forecast deviations, ascending.</param>
/// <param name="StepWeights">[batch, steps] how much each bar weighed in the end, rows summing to one; null where a network does not weigh bars.</param>
/// <param name="LastAttention">The last attention between bars, for <see cref="ITensorEngine.AttentionWeights"/>; null where there is none.</param>
public readonly record struct NetworkOutput(Tensor Mean, Tensor Quantiles, Tensor? StepWeights, Tensor? LastAttention);
