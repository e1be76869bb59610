using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Pages;

/// <summary>Renders a shared part of the pages alone.</summary>
internal static class PartText
{
    public static async Task<string> PartAsync(this SiteFixture site, string name, object model)
    {
        using var scope = site.Services.CreateScope();
        var services = scope.ServiceProvider;
        var action = new Microsoft.AspNetCore.Mvc.ActionContext(
            new DefaultHttpContext { RequestServices = services }, new RouteData(), new ActionDescriptor());
        var view = services.GetRequiredService<IRazorViewEngine>().GetView(null, $"/Pages/Shared/{name}.cshtml", isMainPage: false).View!;
        await using var text = new StringWriter();
        var data = new ViewDataDictionary<object>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        var kept = new TempDataDictionary(action.HttpContext, services.GetRequiredService<ITempDataProvider>());
        await view.RenderAsync(new ViewContext(action, view, data, kept, text, new HtmlHelperOptions()));
        return text.ToString();
    }
}
