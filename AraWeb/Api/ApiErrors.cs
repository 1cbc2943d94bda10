using AraWeb.Engine.Core;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace AraWeb.Api;

/// <summary>The edge of the API: whatever an endpoint throws, and every answer without a body, becomes a problem. Pages have their own.</summary>
internal static class ApiErrors
{
    /// <summary>Covers all paths of the API.</summary>
    public static void UseApiErrors(this WebApplication app) => app.UseWhen(
        context => ApiRoutes.Covers(context.Request.Path),
        branch =>
        {
            branch.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandler = HandleAsync,
                SuppressDiagnosticsCallback = static _ => true,
                AllowStatusCode404Response = true,
            });
            branch.UseStatusCodePages(status =>
                ApiProblems.WriteAsync(ApiProblems.FromStatus(status.HttpContext.Response.StatusCode, status.HttpContext), status.HttpContext));
        });

    private static Task HandleAsync(HttpContext context)
    {
        var exception = context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error;
        var problem = ApiProblems.From(exception, context);
        var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ApiErrors));
        if (problem.Status == 500)
        {
            logger.LogError(exception, "{Method} {Path} failed.", context.Request.Method, context.Request.Path);
        }
        else if (exception is DataProviderException or StorageException && problem.Status == 503)
        {
            logger.LogWarning(exception, "{Method} {Path} could not be answered.", context.Request.Method, context.Request.Path);
        }

        return ApiProblems.WriteAsync(problem, context);
    }
}
