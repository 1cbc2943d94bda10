using AraWeb.Engine.Numerics;

namespace AraWeb.Tests.Engine.Models.Trees.Boosting;

/// <summary>Friedman's first function (1991) of uniform features with noise; a share of values missing. The same for the same seed.</summary>
internal sealed class InventedPanel
{
    public const int Width = 8;

    public InventedPanel(int rows, int seed, double missing = 0)
    {
        var random = new SeededNormals(seed);
        Rows = rows;
        Features = new double[rows * Width];
        Targets = new double[rows];
        Weights = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            var x = Features.AsSpan(row * Width, Width);
            for (var i = 0; i < Width; i++)
            {
                x[i] = random.NextUniform();
            }

            Targets[row] = (10 * Math.Sin(Math.PI * x[0] * x[1])) + (20 * (x[2] - 0.5) * (x[2] - 0.5)) + (10 * x[3]) + (5 * x[4]) + random.Next();
            Weights[row] = 0.5 + random.NextUniform();
            for (var i = 0; i < Width; i++)
            {
                x[i] = random.NextUniform() < missing ? double.NaN : x[i];
            }
        }
    }

    public int Rows { get; }

    public double[] Features { get; }

    public double[] Targets { get; }

    public double[] Weights { get; }

    public ReadOnlySpan<double> Row(int row) => Features.AsSpan(row * Width, Width);
}
