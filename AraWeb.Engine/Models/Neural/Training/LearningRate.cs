namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>Learning rates by step: a straight rise, then half a cosine down to zero (Loshchilov and Hutter 2017).</summary>
internal static class LearningRate
{
    /// <summary>The rate of a step.</summary>
    /// <param name="step">Steps taken before.</param>
    /// <param name="steps">Steps in all.</param>
    /// <param name="settings">Largest rate and share of the rise.</param>
    public static double At(int step, int steps, NeuralSettings settings)
    {
        var rise = Math.Max(1, (int)(settings.WarmUp * steps));
        if (step < rise)
        {
            return settings.LearningRate * (step + 1) / rise;
        }

        var gone = (step - rise) / (double)Math.Max(1, steps - rise);
        return settings.LearningRate * (1 + Math.Cos(Math.PI * Math.Min(1, gone))) / 2;
    }
}
