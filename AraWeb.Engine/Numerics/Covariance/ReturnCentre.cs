namespace AraWeb.Engine.Numerics.Covariance;

/// <summary>What returns are measured from before they are multiplied.</summary>
internal enum ReturnCentre
{
    /// <summary>Their own weighted mean.</summary>
    Mean,

    /// <summary>Zero: over days and weeks a mean is too small to be told from noise, and taking it off costs more than it gives.</summary>
    Zero,
}
