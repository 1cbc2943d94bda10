using System.Diagnostics;
using AraWeb.Engine.Core;

namespace AraWeb.Components.Controls;

/// <summary>
/// Turns what a panel caught into words for its reader and a line in the log, joined by a trace id. Errors that a person can act on keep their own words;
/// of all others only the trace id leaves the server.
/// </summary>
internal sealed partial class ErrorReporter(ILogger<ErrorReporter> logger)
{
    /// <summary>Code of errors that nobody foresaw.</summary>
    public const string UnexpectedCode = "unexpected";

    /// <summary>Logs the error and says what to show.</summary>
    public ViewError Report(Exception exception)
    {
        var traceId = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToString();
        if (exception is AraException known)
        {
            LogKnown(known.Code, known.Message, traceId);
            return new ViewError(known.Message, known.Advice, known.Code, traceId);
        }

        LogUnexpected(exception, traceId);
        return new ViewError(
            "Something went wrong on the server.",
            "Try again. If it comes back, search the log for the trace id below and report it; the other pages still work.",
            UnexpectedCode,
            traceId);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A panel shows {Code}: {Text} (trace {TraceId})")]
    private partial void LogKnown(string code, string text, string traceId);

    [LoggerMessage(Level = LogLevel.Error, Message = "A panel failed (trace {TraceId})")]
    private partial void LogUnexpected(Exception exception, string traceId);
}
