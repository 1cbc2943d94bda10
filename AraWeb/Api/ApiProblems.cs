using System.Diagnostics;
using AraWeb.Engine.Core;
using Microsoft.AspNetCore.Mvc;

namespace AraWeb.Api;

/// <summary>
/// The one place that turns failures into problem details (RFC 9457). Every problem has a stable <c>code</c>, the <c>traceId</c> of the log and, where a
/// person can do something, <c>advice</c>; <c>errors</c> names the values that are wrong. Nothing of the program's inside gets out.
/// </summary>
internal static class ApiProblems
{
    /// <summary>Media type of the answers.</summary>
    public const string ContentType = "application/problem+json";

    private const string SeeDocumentation = "The operations and their parameters are described at /swagger.";

    /// <summary>The problem that an exception means.</summary>
    public static ProblemDetails From(Exception exception, HttpContext context) => exception switch
    {
        InputException input => Problem(400, input, context, new Dictionary<string, string[]>(StringComparer.Ordinal) { [input.Name] = [input.Advice] }),
        UnknownSymbolException or UnknownEntryException => Problem(404, (AraException)exception, context),
        ModelException model => Problem(422, model, context),
        DataProviderException or StorageException => Problem(503, (AraException)exception, context),
        AraException other => Problem(400, other, context),
        BadHttpRequestException bad => Problem(
            bad.StatusCode, CodeOf(bad.StatusCode), TitleOf(bad.StatusCode), Reason(bad), SeeDocumentation, context),
        _ => FromStatus(500, context),
    };

    /// <summary>The problem for an answer that has a status and no body.</summary>
    public static ProblemDetails FromStatus(int status, HttpContext context) => status switch
    {
        404 => Problem(404, "not-found", "Not found", $"There is no operation {context.Request.Method} {context.Request.Path}.", SeeDocumentation, context),
        405 => Problem(
            405, "method-not-allowed", "Method not allowed", $"{context.Request.Path} does not take {context.Request.Method}.", SeeDocumentation, context),
        500 => Problem(
            500, "unexpected", "Unexpected error", "The request failed for a reason that lies in the program.",
            "Try again; if it lasts, look for the trace id in the log.", context),
        _ => Problem(status, CodeOf(status), TitleOf(status), TitleOf(status) + ".", SeeDocumentation, context),
    };

    /// <summary>The problem for a thing that a request names by its id and that is not there.</summary>
    public static ProblemDetails Missing(string code, string detail, string advice, HttpContext context) =>
        Problem(404, code, TitleOf(404), detail, advice, context);

    /// <summary>Sends a problem.</summary>
    public static Task WriteAsync(ProblemDetails problem, HttpContext context)
    {
        context.Response.StatusCode = problem.Status ?? 500;
        return context.Response.WriteAsJsonAsync(problem, options: null, ContentType, context.RequestAborted);
    }

    private static ProblemDetails Problem(int status, AraException exception, HttpContext context, Dictionary<string, string[]>? errors = null)
    {
        var problem = Problem(status, exception.Code, TitleOf(status), exception.Message, exception.Advice, context);
        if (errors is not null)
        {
            problem.Extensions["errors"] = errors;
        }

        return problem;
    }

    private static ProblemDetails Problem(int status, string code, string title, string detail, string advice, HttpContext context) => new()
    {
        Type = $"urn:ara:problem:{code}",
        Title = title,
        Status = status,
        Detail = detail,
        Instance = context.Request.Path,
        Extensions =
        {
            ["code"] = code,
            ["advice"] = advice,
            ["traceId"] = Activity.Current?.Id ?? context.TraceIdentifier,
        },
    };

    /// <summary>The framework's words, or where in the body the JSON is not of the right form: never the content.</summary>
    private static string Reason(BadHttpRequestException bad) => bad.InnerException is System.Text.Json.JsonException json
        ? $"The body is not the JSON that was expected{(json.Path is { } path ? $", at {path}" : string.Empty)}."
        : bad.Message;

    private static string CodeOf(int status) => status switch
    {
        400 => "invalid-request",
        413 => "too-large",
        415 => "unsupported-media-type",
        _ => "http-" + status,
    };

    private static string TitleOf(int status) => status switch
    {
        400 => "Invalid request",
        404 => "Not found",
        413 => "Request too large",
        415 => "Send JSON (Content-Type: application/json)",
        422 => "No forecast possible",
        503 => "Data not available",
        _ => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : "Request failed",
    };
}
