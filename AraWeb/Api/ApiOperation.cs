namespace AraWeb.Api;

/// <summary>What the documentation says of an operation's good answer.</summary>
/// <param name="Success">What comes back.</param>
internal sealed record ApiOperation(string Success)
{
    /// <summary>Names and describes an operation; its errors come as problem details.</summary>
    /// <param name="route">The operation.</param>
    /// <param name="name">Unique name, for generated clients.</param>
    /// <param name="summary">One line.</param>
    /// <param name="success">What comes back when all is well.</param>
    /// <param name="problems">Statuses of the problems it can answer with, besides 500.</param>
    public static void Describe(RouteHandlerBuilder route, string name, string summary, string success, params ReadOnlySpan<int> problems)
    {
        route.WithName(name).WithSummary(summary).WithMetadata(new ApiOperation(success));
        foreach (var status in problems)
        {
            route.ProducesProblem(status);
        }

        route.ProducesProblem(StatusCodes.Status500InternalServerError);
    }
}
