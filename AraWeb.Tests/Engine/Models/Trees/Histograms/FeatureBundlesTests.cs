using AraWeb.Engine.Models.Trees.Boosting;
using AraWeb.Engine.Models.Trees.Histograms;
using AraWeb.Engine.Numerics;

namespace AraWeb.Tests.Engine.Models.Trees.Histograms;

public sealed class FeatureBundlesTests
{
    private const int Seed = 20260305;
    private const int Rows = 2000;
    private const int Width = 13;

    [Fact]
    public void Make_ExclusiveFeatures_ShareAColumnAndKeepTheirBins()
    {
        var features = Sample();
        var plain = BinnedMatrix.Make(features, Width, 255, bundles: false, 1, CancellationToken.None);
        var bundled = BinnedMatrix.Make(features, Width, 255, bundles: true, 1, CancellationToken.None);
        Assert.Equal(Width, plain.Columns.Length);

        // Ten marks of which one is set, one that is mostly missing and set with the marks, two dense.
        Assert.Equal(4, bundled.Columns.Length);
        for (var feature = 0; feature < Width; feature++)
        {
            var place = bundled.Features[feature];
            for (var row = 0; row < Rows; row++)
            {
                Assert.Equal(plain.Columns[feature][row], place.BinOf(bundled.Columns[place.Column][row]));
            }
        }
    }

    [Fact]
    public void Fit_WithAndWithoutBundles_GrowsTheSameTrees()
    {
        var features = Sample();
        var targets = new double[Rows];
        var weights = new double[Rows];
        var random = new SeededNormals(Seed + 1);
        for (var row = 0; row < Rows; row++)
        {
            var x = features.AsSpan(row * Width, Width);
            targets[row] = x[0] - (2 * x[3]) + x[11] + (double.IsNaN(x[10]) ? 0 : 1) + (0.3 * random.Next());
            weights[row] = 1;
        }

        var settings = new BoostingSettings(BoostingAlgorithm.Leafwise) { Rounds = 20 };
        var fits = new[] { false, true }.Select(bundles => Booster.Fit(
            new BoostingRows(BinnedMatrix.Make(features, Width, 255, bundles, 1, CancellationToken.None), targets, weights),
            settings,
            1,
            validation: null,
            CancellationToken.None)).ToArray();
        for (var row = 0; row < Rows; row++)
        {
            var x = features.AsSpan(row * Width, Width);
            Assert.Equal(fits[0].Ensemble.Predict(x), fits[1].Ensemble.Predict(x), 1e-9);
        }
    }

    private static double[] Sample()
    {
        var random = new SeededNormals(Seed);
        var features = new double[Rows * Width];
        for (var row = 0; row < Rows; row++)
        {
            var x = features.AsSpan(row * Width, Width);
            var mark = (int)(random.NextUniform() * 10);
            x[mark] = 1;
            x[10] = random.NextUniform() < 0.1 ? random.Next() : double.NaN;
            x[11] = random.Next();
            x[12] = random.Next();
        }

        return features;
    }
}
