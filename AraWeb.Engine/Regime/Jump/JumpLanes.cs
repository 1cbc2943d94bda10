namespace AraWeb.Engine.Regime.Jump;

/// <summary>
/// The parameters of a jump model as the kernels read them: states side by side, filled up to a multiple of four with states that cost too much.
/// </summary>
internal sealed class JumpLanes
{
    /// <summary>States that one vector holds.</summary>
    public const int Lane = 4;

    /// <summary>Where the centre of a state lies that only fills up: its square is finite and above any real cost.</summary>
    private const double FarAway = 1e150;

    /// <summary>Makes room for K centres of D features.</summary>
    public JumpLanes(int states, int features, double penalty)
    {
        (States, Features, Penalty) = (states, features, penalty);
        Width = (states + Lane - 1) / Lane * Lane;
        Centres = new double[features * Width];
        Centres.AsSpan().Fill(FarAway);
    }

    /// <summary>K.</summary>
    public int States { get; }

    /// <summary>D.</summary>
    public int Features { get; }

    /// <summary>K rounded up to a multiple of <see cref="Lane"/>.</summary>
    public int Width { get; }

    /// <summary>What a change of state costs.</summary>
    public double Penalty { get; }

    /// <summary>[D x Width] centres.</summary>
    public double[] Centres { get; }

    /// <summary>Takes centres that come state by state, [K x D].</summary>
    public void Read(ReadOnlySpan<double> centres)
    {
        for (var k = 0; k < States; k++)
        {
            for (var d = 0; d < Features; d++)
            {
                Centres[(d * Width) + k] = centres[(k * Features) + d];
            }
        }
    }

    /// <summary>The centres state by state, [K x D].</summary>
    public double[] ToCentres()
    {
        var centres = new double[States * Features];
        for (var k = 0; k < States; k++)
        {
            for (var d = 0; d < Features; d++)
            {
                centres[(k * Features) + d] = Centres[(d * Width) + k];
            }
        }

        return centres;
    }
}
