using Analytics.Web.Http;

var builder = WebApplication.CreateBuilder(args);
builder.AddSiteLook();

var app = builder.Build();
app.UseSiteLook();
await app.RunAsync();
return 0;

/// <summary>The site; named so that tests can start it.</summary>
public partial class Program;
