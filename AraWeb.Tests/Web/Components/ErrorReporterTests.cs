using System.Diagnostics;
using AraWeb.Components.Controls;
using AraWeb.Engine.Core;
using Microsoft.Extensions.Logging.Abstractions;

namespace AraWeb.Tests.Web.Components;

public sealed class ErrorReporterTests
{
    private readonly ErrorReporter _reporter = new(NullLogger<ErrorReporter>.Instance);

    [Fact]
    public void Report_KnownError_KeepsItsWords()
    {
        var error = _reporter.Report(new StorageException("The store is locked.", "Close the other program."));

        Assert.Equal(("The store is locked.", "Close the other program.", "storage-failed"), (error.Message, error.Advice, error.Code));
    }

    [Fact]
    public void Report_UnforeseenError_ShowsNothingOfIt()
    {
        var error = _reporter.Report(new InvalidOperationException("secret path"));

        Assert.Equal(ErrorReporter.UnexpectedCode, error.Code);
        Assert.DoesNotContain("secret", error.Message + error.Advice);
    }

    [Fact]
    public void Report_WithinAnActivity_NamesItsTrace()
    {
        using var activity = new Activity("test").Start();
        Assert.Equal(activity.TraceId.ToString(), _reporter.Report(new InvalidOperationException()).TraceId);
    }

    [Fact]
    public void Report_WithoutActivity_HasATraceOfItsOwn()
    {
        Activity.Current = null;
        Assert.Matches("^[0-9a-f]{32}$", _reporter.Report(new InvalidOperationException()).TraceId);
    }
}
