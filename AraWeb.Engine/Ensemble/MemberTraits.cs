namespace AraWeb.Engine.Ensemble;

/// <summary>What a member is known for, as the rule of market states asks: <see cref="RegimeRule"/>.</summary>
[Flags]
public enum MemberTraits
{
    /// <summary>Nothing that the rule names.</summary>
    None = 0,

    /// <summary>Averages much and follows single rows little.</summary>
    Robust = 1,

    /// <summary>Reads the order of the latest bars.</summary>
    Sequence = 2,

    /// <summary>A sum of features times coefficients.</summary>
    Linear = 4,
}
