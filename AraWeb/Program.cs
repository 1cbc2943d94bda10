using AraWeb.Commands;

return await AraCommandLine.RunAsync(args);
