using AraWeb.Hosting;

return await AraApplication.RunAsync(settings: []);
