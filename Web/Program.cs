using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using Signet.Web;
using Signet.Web.Api;
using Signet.Web.Shell;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
builder.RootComponents.Add<HeadOutlet>("head::after");
builder.Services.AddSignetApi(new Uri(builder.HostEnvironment.BaseAddress));
builder.Services.AddSignetWeb();
await builder.Build().RunAsync();
