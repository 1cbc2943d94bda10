namespace AraWeb.Api;

/// <summary>
/// Answers the methods that a route of the API does not take with 405 and the <c>Allow</c> header. The framework would do so too, if no route elsewhere caught
/// every GET: then a GET of a route that takes POST only would be "not found".
/// </summary>
internal static class OtherMethods
{
    private static readonly string[] All = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    /// <summary>Maps an answer for every route of the API that is mapped so far; such answers are no operations and stay out of the document.</summary>
    public static void MapOtherMethods(this IEndpointRouteBuilder app)
    {
        var taken = app.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => ApiRoutes.Covers(route.RoutePattern.RawText))
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [], (route, method) => (route.RoutePattern.RawText, method))
            .ToLookup(taken => taken.RawText!, taken => taken.method, StringComparer.Ordinal);
        foreach (var route in taken)
        {
            var allowed = string.Join(", ", route.Order(StringComparer.Ordinal));
            app.MapMethods(route.Key, All.Except(route, StringComparer.Ordinal), context => RefuseAsync(context, allowed)).ExcludeFromDescription();
        }
    }

    private static Task RefuseAsync(HttpContext context, string allowed)
    {
        context.Response.Headers.Allow = allowed;
        return ApiProblems.WriteAsync(ApiProblems.FromStatus(StatusCodes.Status405MethodNotAllowed, context), context);
    }
}
