using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Parameters;
using Aspire.Hosting.Testing;
using Signet.AppHost.Tests.Engine;

namespace Signet.AppHost.Tests.Resources;

public sealed class ParameterTests : IDisposable
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;
    private readonly string folder = Directory.CreateTempSubdirectory("secrets-").FullName;

    [Fact]
    public async Task A_value_comes_from_configuration_before_the_default_and_a_literal_asks_nobody()
    {
        var builder = DistributedApplicationTestingBuilder.Create("--Parameters:told=configured", "--Parameters:literal=configured", "--Parameters:generated=configured");
        Assert.Equal("configured", await builder.AddParameter("told").Resource.GetValueAsync(None));
        Assert.Equal("said", await builder.AddParameter("literal", "said").Resource.GetValueAsync(None));
        Assert.Equal("configured", await builder.AddParameter("generated", new GenerateParameterDefault()).Resource.GetValueAsync(None));
        var fresh = builder.AddParameter("fresh", new GenerateParameterDefault(), secret: true).Resource;
        Assert.Equal(22, (await fresh.GetValueAsync(None))!.Length);
        Assert.Equal(await fresh.GetValueAsync(None), await fresh.GetValueAsync(None));
    }

    [Fact]
    public async Task A_missing_value_is_an_error_that_names_the_key_and_the_command()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        var error = await Assert.ThrowsAsync<MissingParameterValueException>(() => builder.AddParameter("told").Resource.GetValueAsync(None).AsTask());
        Assert.Contains("dotnet user-secrets --project AppHost set \"Parameters:told\"", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<MissingParameterValueException>(() => builder.AddConnectionString("store").Resource.GetConnectionStringAsync(None).AsTask());
        Assert.Contains("ConnectionStrings:store", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generated_value_has_the_characters_that_it_must_have_and_no_others()
    {
        for (var i = 0; i < 200; i++)
        {
            var letters = new GenerateParameterDefault { MinLength = 30, Special = false, MinNumeric = 3, MinUpper = 2 }.GetDefaultValue();
            Assert.Equal(30, letters.Length);
            Assert.All(letters, c => Assert.True(char.IsAsciiLetterOrDigit(c)));
            Assert.True(letters.Count(char.IsAsciiDigit) >= 3 && letters.Count(char.IsAsciiLetterUpper) >= 2);
        }

        Assert.Throws<InvalidOperationException>(() => new GenerateParameterDefault { Lower = false, Upper = false, Numeric = false, Special = false }.GetDefaultValue());
        Assert.Throws<InvalidOperationException>(() => new GenerateParameterDefault { Special = false, MinSpecial = 1 }.GetDefaultValue());
    }

    [Fact]
    public void Kept_secrets_are_found_again_and_only_their_owner_reads_them()
    {
        var secrets = new UserSecrets(Path.Combine(folder, "id", "secrets.json"));
        Assert.Equal("first", secrets.GetOrAdd("Parameters:a", () => "first"));
        Assert.Equal("first", secrets.GetOrAdd("Parameters:a", () => "second"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(secrets.Path));

        // As people write it, with sections and comments; what they wrote stays.
        File.WriteAllText(secrets.Path, """{ "Parameters": { "b": "by hand" }, /* mine */ "Other": "kept" }""");
        Assert.Equal("by hand", secrets.GetOrAdd("Parameters:b", () => "generated"));
        secrets.Set("Parameters:c", "set");
        Assert.Contains("\"Other\": \"kept\"", File.ReadAllText(secrets.Path), StringComparison.Ordinal);

        File.WriteAllText(secrets.Path, "{ broken");
        Assert.Contains(secrets.Path, Assert.Throws<DistributedApplicationException>(() => secrets.GetOrAdd("x", () => "y")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_applications_that_start_at_once_generate_one_value()
    {
        var path = Path.Combine(folder, "secrets.json");
        var values = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => new UserSecrets(path).GetOrAdd("Parameters:a", () => $"{i}"))));
        Assert.Single(values.Distinct());
    }

    [Fact]
    public async Task A_secret_is_marked_and_a_missing_value_can_be_set_while_everything_runs()
    {
        await using var engine = await EngineApp.RunAsync(builder =>
        {
            builder.AddParameter("key", "hidden", secret: true);
            builder.AddParameter("told");
        });
        await engine.Started;
        var key = await engine.ReachesAsync("key", KnownResourceStates.Running);
        Assert.True(key.Properties.Single(p => p.Name == "Value").IsSensitive);
        await engine.ReachesAsync("told", KnownResourceStates.ValueMissing);

        var set = await engine.App.ResourceCommands.ExecuteCommandAsync("told", KnownResourceCommands.SetParameterCommand,
            new([new() { Name = "Value", InputType = InputType.Text, Value = "now" }]), None);
        Assert.True(set.Success, set.Message);
        var told = await engine.ReachesAsync("told", KnownResourceStates.Running);
        Assert.Equal("now", told.Properties.Single(p => p.Name == "Value").Value);
        Assert.Equal("Parameters:told", told.Properties.Single(p => p.Name == CustomResourceKnownProperties.Source).Value);

        Assert.False((await engine.App.ResourceCommands.ExecuteCommandAsync("told", KnownResourceCommands.SetParameterCommand, new([]), None)).Success);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
