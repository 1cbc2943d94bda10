namespace AraWeb.Engine.Regime.Hmm;

/// <summary>
/// The parameters of a hidden Markov model as the kernels read them: states side by side, filled up to a multiple of four with states that cannot occur.
/// Changed in place while a model is fitted; holds no rows.
/// </summary>
internal sealed class HmmLanes
{
    /// <summary>States that one vector holds.</summary>
    public const int Lane = 4;

    /// <summary>The log density of a state that only fills up; far below any real one and still finite.</summary>
    private const double Never = -1e300;

    /// <summary>Makes empty parameters.</summary>
    public HmmLanes(int states, int features)
    {
        States = states;
        Features = features;
        Width = (states + Lane - 1) / Lane * Lane;
        Initial = new double[Width];
        Transition = new double[states * Width];
        Arrivals = new double[states * Width];
        Means = new double[features * Width];
        Variances = new double[features * Width];
        Precisions = new double[features * Width];
        Constants = new double[Width];
        DegreesOfFreedom = double.PositiveInfinity;
    }

    /// <summary>K.</summary>
    public int States { get; }

    /// <summary>D.</summary>
    public int Features { get; }

    /// <summary>K rounded up to a multiple of <see cref="Lane"/>.</summary>
    public int Width { get; }

    /// <summary>[Width] probabilities before the first row.</summary>
    public double[] Initial { get; }

    /// <summary>[K x Width] probability of going from the row's state to the column's.</summary>
    public double[] Transition { get; }

    /// <summary>
    /// [K x Width] <see cref="Transition"/> turned over: probability of coming to the row's state from the column's; made by <see cref="Prepare"/>.
    /// </summary>
    public double[] Arrivals { get; }

    /// <summary>[D x Width] centres.</summary>
    public double[] Means { get; }

    /// <summary>[D x Width] squared scales; the variances where emissions are Gaussian.</summary>
    public double[] Variances { get; }

    /// <summary>[D x Width] one over <see cref="Variances"/>; made by <see cref="Prepare"/>.</summary>
    public double[] Precisions { get; }

    /// <summary>[Width] log density at the centre; made by <see cref="Prepare"/>.</summary>
    public double[] Constants { get; }

    /// <summary>Of the Student-t emissions; infinite for Gaussian ones.</summary>
    public double DegreesOfFreedom { get; set; }

    /// <summary>True where emissions are Gaussian.</summary>
    public bool IsGaussian => double.IsPositiveInfinity(DegreesOfFreedom);

    /// <summary>Copies a model.</summary>
    public static HmmLanes From(HiddenMarkovModel model)
    {
        var lanes = new HmmLanes(model.States, model.Features) { DegreesOfFreedom = model.DegreesOfFreedom };
        for (var k = 0; k < lanes.States; k++)
        {
            lanes.Initial[k] = model.Initial[k];
            for (var j = 0; j < lanes.States; j++)
            {
                lanes.Transition[(k * lanes.Width) + j] = model.Transition[(k * lanes.States) + j];
            }

            for (var d = 0; d < lanes.Features; d++)
            {
                lanes.Means[(d * lanes.Width) + k] = model.Means[(k * lanes.Features) + d];
                lanes.Variances[(d * lanes.Width) + k] = model.SquaredScales[(k * lanes.Features) + d];
            }
        }

        lanes.Prepare();
        return lanes;
    }

    /// <summary>Makes the model of the present parameters.</summary>
    public HiddenMarkovModel ToModel()
    {
        var transition = new double[States * States];
        var means = new double[States * Features];
        var scales = new double[States * Features];
        for (var k = 0; k < States; k++)
        {
            Transition.AsSpan(k * Width, States).CopyTo(transition.AsSpan(k * States));
            for (var d = 0; d < Features; d++)
            {
                means[(k * Features) + d] = Means[(d * Width) + k];
                scales[(k * Features) + d] = Variances[(d * Width) + k];
            }
        }

        return new HiddenMarkovModel(Initial[..States], transition, means, scales, DegreesOfFreedom);
    }

    /// <summary>Brings precisions and constants in step after the other parameters have changed.</summary>
    public void Prepare()
    {
        var constant = IsGaussian
            ? -0.5 * Features * Math.Log(2 * Math.PI)
            : StudentConstant(DegreesOfFreedom, Features);
        for (var k = 0; k < Width; k++)
        {
            var sum = k < States ? constant : Never;
            for (var d = 0; d < Features && k < States; d++)
            {
                var variance = Variances[(d * Width) + k];
                Precisions[(d * Width) + k] = 1 / variance;
                sum -= 0.5 * Math.Log(variance);
            }

            Constants[k] = sum;
        }

        for (var i = 0; i < States; i++)
        {
            for (var j = 0; j < States; j++)
            {
                Arrivals[(j * Width) + i] = Transition[(i * Width) + j];
            }
        }
    }

    /// <summary>Log density of the multivariate t at its centre with unit scales: Peel and McLachlan (2000), eq. 1.</summary>
    private static double StudentConstant(double degrees, int features) =>
        MathNet.Numerics.SpecialFunctions.GammaLn(0.5 * (degrees + features)) - MathNet.Numerics.SpecialFunctions.GammaLn(0.5 * degrees)
        - (0.5 * features * Math.Log(degrees * Math.PI));
}
