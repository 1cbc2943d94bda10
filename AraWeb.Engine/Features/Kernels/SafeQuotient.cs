namespace AraWeb.Engine.Features.Kernels;

/// <summary>Quotient with a value for a denominator of exactly zero.</summary>
internal sealed record SafeQuotient(double WhenZero)
{
    public double Invoke(double numerator, double denominator) => denominator == 0 ? WhenZero : numerator / denominator;
}
