namespace AraWeb.Hosting;

/// <summary>
/// Puts the same security headers on every answer, errors and static files included. Transport security is left to whatever terminates TLS.
/// </summary>
internal static class SecurityHeaders
{
    /// <summary>
    /// The content security policy. 'self' in connect-src covers the web socket of the same origin. base-uri is 'self', not 'none': Blazor resolves its
    /// circuit's address against the page's base element, which 'none' would switch off on every nested route.
    /// </summary>
    internal const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    /// <summary>Adds the headers before anything else answers.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(
            static state =>
            {
                var headers = ((HttpContext)state).Response.Headers;
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "same-origin";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
                return Task.CompletedTask;
            },
            context);
        return next(context);
    });
}
