namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>How networks learn.</summary>
public sealed record NeuralSettings
{
    /// <summary>Times that every window is seen, unless learning stops early.</summary>
    public int Epochs { get; init; } = 3;

    /// <summary>Windows of a step.</summary>
    public int Batch { get; init; } = 128;

    /// <summary>The largest learning rate.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Share of the steps in which the learning rate rises from zero; then it falls as a cosine.</summary>
    public double WarmUp { get; init; } = 0.1;

    /// <summary>Part of a weight that a step at learning rate 1 would take away (Loshchilov and Hutter 2019).</summary>
    public double WeightDecay { get; init; } = 0.05;

    /// <summary>Gradients longer than this are shortened to it.</summary>
    public double LongestGradient { get; init; } = 1;

    /// <summary>Networks, each from another seed, whose forecasts are averaged.</summary>
    public int Seeds { get; init; } = 2;

    /// <summary>Bars between windows learned from: outcomes overlap, so windows in between say little new.</summary>
    public int Stride { get; init; } = 5;

    /// <summary>Share of the bars, at the end, that learning is stopped by.</summary>
    public double ValidationShare { get; init; } = 0.15;

    /// <summary>Judgements in a row without improvement after which learning stops; there are <see cref="JudgementsOfEpoch"/> in an epoch.</summary>
    public int Patience { get; init; } = 4;

    /// <summary>How often in an epoch the validation bars are judged.</summary>
    public int JudgementsOfEpoch { get; init; } = 2;

    /// <summary>True shows calm windows before turbulent ones in the first epoch (Bengio et al. 2009).</summary>
    public bool CalmFirst { get; init; } = true;

    /// <summary>The usual settings.</summary>
    public static NeuralSettings Default { get; } = new();
}
