using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AraWeb.Api;

/// <summary>The OpenAPI document: its head, and a description for every response.</summary>
internal static class ApiDocument
{
    /// <summary>Where the document is.</summary>
    public const string Path = "/openapi/v1.json";

    /// <summary>Sets the transformers.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Ara",
                Version = "v1",
                Description = "Forecasts of stocks, crypto and forex as distributions, with a ledger that scores them. Errors are problem details (RFC 9457) "
                    + "with a stable code, advice and the trace id of the log. Not investment advice.",
            };

            // The document is the same wherever it is served from.
            document.Servers = [new OpenApiServer { Url = "/" }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var success = context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().FirstOrDefault()?.Success;
            foreach (var (status, response) in operation.Responses ?? [])
            {
                response.Description = Describe(status) ?? success;
            }

            return Task.CompletedTask;
        });
    }

    private static string? Describe(string status) => status switch
    {
        "304" => "The values have not changed since the entity tag that was sent.",
        "400" => "A value is not valid; errors names it and says what would be.",
        "404" => "The symbol, time frame, entry or run is not there; the advice says how to find what is.",
        "415" => "The body is not JSON.",
        "422" => "The data do not carry a forecast, for example too few bars.",
        "500" => "A fault in the program; the log has the trace id.",
        "503" => "Database or data source cannot be read at the moment.",
        _ => null,
    };
}
