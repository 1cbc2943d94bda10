namespace AraWeb.Engine.Ledger;

/// <summary>The simple rivals that stand beside every frozen forecast.</summary>
public enum BaselineKind
{
    /// <summary>The price stays where it is: a point, without probabilities.</summary>
    LastPrice,

    /// <summary>The average return of the past goes on, with normal errors around it (random walk with drift).</summary>
    Drift,

    /// <summary>The price rises, for certain: a probability, without a distribution.</summary>
    AlwaysUp,

    /// <summary>Normal around the last price, as volatile as the last twenty bars: the historical volatility cone.</summary>
    Cone,

    /// <summary>Student t with five degrees of freedom around the last price, as volatile as exponential weights say.</summary>
    EwmaT5,

    /// <summary>Student t with five degrees of freedom around the last price, as volatile as the reference log-HAR says.</summary>
    Har,
}
