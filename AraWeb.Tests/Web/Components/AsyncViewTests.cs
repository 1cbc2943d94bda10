using AngleSharp.Html.Dom;
using AraWeb.Components.Controls;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Tests.Web.Components;

public sealed class AsyncViewTests
{
    private static readonly ViewError Error =
        new("The store is locked.", "Close the other program and try again.", "storage-failed", "0af7651916cd43dd8448eb211c80319c");

    [Fact]
    public async Task Render_Loading_ShowsBonesAndSaysWhatComes()
    {
        var page = await RenderAsync(AsyncStates.Loading<string>());

        Assert.Equal("Loading the forecast", page.QuerySelector("[role=status] .visually-hidden")?.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll(".bone"));
        Assert.DoesNotContain("data:", page.Body!.TextContent);
    }

    [Fact]
    public async Task Render_LoadingWithSkeleton_ShowsThatInstead()
    {
        var page = await RenderAsync(AsyncStates.Loading<string>(), new() { ["Skeleton"] = Markup.Text("bones of my own") });

        Assert.Contains("bones of my own", page.Body!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".bone"));
    }

    [Fact]
    public async Task Render_Empty_ShowsTheNextStep()
    {
        var page = await RenderAsync(AsyncStates.Empty<string>());

        Assert.Equal("Import a file.", page.QuerySelector(".notice")?.TextContent.Trim());
        Assert.Null(page.QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task Render_Failed_ShowsMessageAdviceTraceAndRetry()
    {
        var page = await RenderAsync(AsyncStates.Failed<string>(Error), new() { ["OnRetry"] = EventCallback.Factory.Create(this, () => { }) });
        var notice = page.QuerySelector("[role=alert]");

        Assert.NotNull(notice);
        Assert.Contains(Error.Message, notice.TextContent);
        Assert.Contains(Error.Advice, notice.TextContent);
        Assert.Contains(Error.TraceId, notice.TextContent);
        Assert.Equal("Try again", notice.QuerySelector("button")?.TextContent);
    }

    [Fact]
    public async Task Render_FailedWithoutRetry_HasNoButton()
    {
        var page = await RenderAsync(AsyncStates.Failed<string>(Error));
        Assert.Null(page.QuerySelector("button"));
    }

    [Fact]
    public async Task Render_Ready_ShowsTheDataAndNothingElse()
    {
        var page = await RenderAsync(AsyncStates.Ready("42"));

        Assert.Equal("data: 42", page.Body!.TextContent.Trim());
    }

    private static Task<IHtmlDocument> RenderAsync(AsyncState<string> state, Dictionary<string, object?>? more = null)
    {
        RenderFragment<string> data = value => builder => builder.AddContent(0, "data: " + value);
        var parameters = new Dictionary<string, object?>
        {
            ["State"] = state,
            ["Subject"] = "the forecast",
            ["ChildContent"] = data,
            ["Empty"] = Markup.Text("Import a file."),
        };
        foreach (var (name, value) in more ?? [])
        {
            parameters[name] = value;
        }

        return Markup.RenderAsync<AsyncView<string>>(parameters);
    }
}
