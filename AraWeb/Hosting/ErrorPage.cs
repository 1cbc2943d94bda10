using System.Diagnostics;

namespace AraWeb.Hosting;

/// <summary>
/// What a reader sees when a page fails before it could show an error itself. Plain HTML without components, since those may be what failed; says nothing of
/// the program's inside but the trace id, under which the log has the rest.
/// </summary>
internal static class ErrorPage
{
    /// <summary>Writes the page.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        var trace = System.Net.WebUtility.HtmlEncode(Activity.Current?.Id ?? context.TraceIdentifier);
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>Something went wrong · Ara</title></head>
            <body>
            <h1>This page could not be shown</h1>
            <p>The reason lies in the program. The data are safe and background work goes on.</p>
            <p>Load the page again, or go to the <a href="/">overview</a>. If it lasts, look for this trace id in the log: <code>{trace}</code></p>
            </body>
            </html>
            """,
            context.RequestAborted);
    }
}
