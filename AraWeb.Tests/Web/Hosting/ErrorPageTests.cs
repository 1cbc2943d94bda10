using AraWeb.Hosting;
using Microsoft.AspNetCore.Http;

namespace AraWeb.Tests.Web.Hosting;

public sealed class ErrorPageTests
{
    [Fact]
    public async Task WriteAsync_AnyRequest_NamesTheTraceEncoded()
    {
        var body = new MemoryStream();
        var context = new DefaultHttpContext { TraceIdentifier = "<trace>", Response = { Body = body } };

        await ErrorPage.WriteAsync(context);

        var html = System.Text.Encoding.UTF8.GetString(body.ToArray());
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.Contains("trace", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<trace>", html, StringComparison.Ordinal);
    }
}
