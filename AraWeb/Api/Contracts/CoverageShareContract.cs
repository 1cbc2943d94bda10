using AraWeb.Engine.Ledger.Skill;

namespace AraWeb.Api.Contracts;

/// <summary>How often outcomes fell into a band.</summary>
/// <param name="Nominal">How often they should, 0 to 1.</param>
/// <param name="Share">How often they did.</param>
internal sealed record CoverageShareContract(double Nominal, EstimateContract? Share)
{
    /// <summary>The contract of a share.</summary>
    public static CoverageShareContract From(CoverageShare share) => new(share.Nominal, EstimateContract.From(share.Share));
}
