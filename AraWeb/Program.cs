using AraWeb.Engine.Core;
using AraWeb.Hosting;

try
{
    await using var application = new AraApplication(settings: []);
    await application.StartAsync(CancellationToken.None);
    await application.WaitForShutdownAsync(CancellationToken.None);
    return 0;
}
catch (AraException exception)
{
    await Console.Error.WriteLineAsync($"{exception.Message} {exception.Advice}");
    return 2;
}
