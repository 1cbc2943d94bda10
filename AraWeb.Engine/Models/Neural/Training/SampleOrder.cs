namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>
/// The order in which rows are shown. It follows from seed and epoch alone, so that learning can go on where it was cut off. The first epoch may go
/// from calm to
/// turbulent: four quarters, each shuffled.
/// </summary>
internal static class SampleOrder
{
    private const int Quarters = 4;

    /// <summary>Rows of an epoch in order.</summary>
    public static int[] Of(WindowSource source, int[] rows, NeuralSettings settings, int seed, int epoch)
    {
        var order = (int[])rows.Clone();
        var random = new Random(HashCode(seed, epoch));
        if (epoch > 0 || !settings.CalmFirst)
        {
            random.Shuffle(order);
            return order;
        }

        var turbulence = Array.ConvertAll(order, source.Turbulence);
        Array.Sort(turbulence, order);
        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            var (from, to) = (quarter * order.Length / Quarters, (quarter + 1) * order.Length / Quarters);
            random.Shuffle(order.AsSpan(from, to - from));
        }

        return order;
    }

    /// <summary>The runtime's own hash codes differ from process to process.</summary>
    private static int HashCode(int seed, int epoch) => unchecked((seed * 1_000_003) + epoch);
}
