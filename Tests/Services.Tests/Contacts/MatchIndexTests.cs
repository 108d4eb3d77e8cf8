using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Signet.Contacts.Data;
using Signet.Contacts.Duplicates;
using Signet.Contracts;
using Signet.Matching.Blocking;
using Signet.ServiceDefaults;
using static Signet.Services.Tests.Contacts.Some;

namespace Signet.Services.Tests.Contacts;

/// <summary>What is derived from all contacts of an organisation: a change of the keys' version while people work, and how common values are.</summary>
public sealed class MatchIndexTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const int Newer = BlockingKeys.Version + 1;

    [Fact]
    public async Task A_new_version_adds_its_keys_first_and_removes_the_old_ones_when_it_is_whole()
    {
        var person = app.NewOrganization();
        for (var number = 0; number < 450; number++) await person.SaveAsync(Last($"Kontakt{number}"), Email($"k{number}@example.com"));
        await RunAsync(person, MatchIndexRebuild.AddMissingAsync, BlockingKeys.Version);
        await RunAsync(person, MatchIndexRebuild.RemoveOldAsync, BlockingKeys.Version);
        var whole = await app.CountAsync("match_key", person.OrganizationId);
        // As a version left it that knew each contact by one key, and by one that nobody makes any more.
        await ExecuteAsync($"delete from match_key where organization_id = '{person.OrganizationId}'");
        await ExecuteAsync($"insert into match_key select organization_id, 42, id from contact where organization_id = '{person.OrganizationId}'");

        Assert.False(await StepAsync(person, MatchIndexRebuild.RemoveOldAsync, Newer), "Old keys go before the new ones are whole.");
        Assert.True(await StepAsync(person, MatchIndexRebuild.AddMissingAsync, Newer), "All contacts went into one step.");
        Assert.Equal(450 + 200 * whole / 450, await app.CountAsync("match_key", person.OrganizationId));

        await RunAsync(person, MatchIndexRebuild.AddMissingAsync, Newer);
        Assert.Equal(whole + 450, await app.CountAsync("match_key", person.OrganizationId));
        Assert.Single(await person.DuplicatesAsync(Email("k449@example.com")));

        // A replica of the old version saves meanwhile.
        var late = await person.SaveAsync(Last("Spät"), Email("late@example.com"));
        await ExecuteAsync($"update match_key set key = 43 where organization_id = '{person.OrganizationId}' and contact_id = '{late.Id}' and key = (select min(key) from match_key where contact_id = '{late.Id}')");
        await RunAsync(person, MatchIndexRebuild.RemoveOldAsync, Newer);
        Assert.DoesNotContain(await app.RowsAsync("match_key", person.OrganizationId), row => row.Contains("\"key\":42,", StringComparison.Ordinal) || row.Contains("\"key\":43,", StringComparison.Ordinal));
        Assert.Single(await person.DuplicatesAsync(Email("late@example.com")));
        Assert.False(await StepAsync(person, MatchIndexRebuild.AddMissingAsync, Newer) || await StepAsync(person, MatchIndexRebuild.RemoveOldAsync, Newer), "It is not done.");
    }

    [Fact]
    public async Task A_pass_goes_on_where_it_was_and_begins_anew_for_another_version()
    {
        var person = app.NewOrganization();
        for (var number = 0; number < 201; number++) await person.SaveAsync(Email($"k{number}@example.com"));
        await StepAsync(person, MatchIndexRebuild.AddMissingAsync, Newer);
        var row = Assert.Single(await app.RowsAsync("match_index", person.OrganizationId));
        Assert.Contains($"\"pass_version\":{Newer}", row, StringComparison.Ordinal);
        Assert.DoesNotContain("\"passed_to\":null", row, StringComparison.Ordinal);
        Assert.True(await StepAsync(person, MatchIndexRebuild.AddMissingAsync, Newer + 1), "The other version went on in the middle.");
        Assert.False(await StepAsync(person, MatchIndexRebuild.AddMissingAsync, Newer + 1), "The one contact that was left was not the last.");
    }

    [Fact]
    public async Task A_deleted_contact_gets_no_keys_again()
    {
        var person = app.NewOrganization();
        var contact = await person.SaveAsync(Email("gone@example.com"));
        await person.DeleteAsync(contact.Id, "\"1\"");
        await RunAsync(person, MatchIndexRebuild.AddMissingAsync, Newer);
        await RunAsync(person, MatchIndexRebuild.RemoveOldAsync, Newer);
        Assert.Equal(0, await app.CountAsync("match_key", person.OrganizationId));
    }

    [Fact]
    public async Task An_older_program_removes_nothing_of_a_newer_version_and_nobody_while_a_rollout_may_last()
    {
        var person = app.NewOrganization();
        await person.SaveAsync(Email("k@example.com"));
        await RunAsync(person, MatchIndexRebuild.AddMissingAsync, BlockingKeys.Version);
        await ExecuteAsync($"insert into match_key select organization_id, 42, id from contact where organization_id = '{person.OrganizationId}'");
        var keys = await app.CountAsync("match_key", person.OrganizationId);

        using var fresh = ActivatorUtilities.CreateInstance<MatchIndexJob>(app.Services);
        await fresh.RunAsync(CancellationToken.None);
        Assert.Equal(keys, await app.CountAsync("match_key", person.OrganizationId));

        await RunAsync(person, MatchIndexRebuild.AddMissingAsync, Newer);
        Assert.False(await StepAsync(person, MatchIndexRebuild.RemoveOldAsync, BlockingKeys.Version));
        Assert.Equal(keys, await app.CountAsync("match_key", person.OrganizationId));

        await RunAsync(person, MatchIndexRebuild.RemoveOldAsync, Newer);
        Assert.Equal(keys - 1, await app.CountAsync("match_key", person.OrganizationId));
    }

    [Fact]
    public async Task A_contact_that_has_no_keys_any_more_loses_the_old_ones_and_one_without_fields_is_no_trouble()
    {
        var person = app.NewOrganization();
        var contact = await person.SaveAsync(Last("Müller"));
        await ExecuteAsync($"insert into match_key values ('{person.OrganizationId}', 42, '{contact.Id}')");
        await ExecuteAsync($"delete from contact_field where organization_id = '{person.OrganizationId}'");
        await RunAsync(person, MatchIndexRebuild.AddMissingAsync, Newer);
        await RunAsync(person, MatchIndexRebuild.RemoveOldAsync, Newer);
        Assert.Equal(0, await app.CountAsync("match_key", person.OrganizationId));
    }

    [Fact]
    public async Task Common_names_say_less_once_they_are_counted()
    {
        var person = app.NewOrganization();
        await using (var connection = await app.ConnectAsSuperuserAsync())
            await new Crowd(600).WriteAsync(connection, person.OrganizationId, (await person.FirstListAsync()).Id);
        var rare = await person.SaveAsync(First("Anna"), Last("Zwetschgenbaum"), Company("Nordlicht Werke"));
        var common = await person.SaveAsync(First("Anna"), Last("Müller"), Company("Nordlicht Werke"));
        for (var number = 0; number < 40; number++) await person.SaveAsync(First("Otto"), Last("Müller"), City($"Ort{number}"));
        var before = (await ScoreAsync("Zwetschgenbaum", rare), await ScoreAsync("Müller", common));

        await app.Services.GetServices<IHostedService>().OfType<MatchIndexJob>().Single().RunAsync(CancellationToken.None);
        app.Clock.Advance(TimeSpan.FromMinutes(6));

        var after = (Rare: await ScoreAsync("Zwetschgenbaum", rare), Common: await ScoreAsync("Müller", common));
        Assert.Equal(before.Item1, before.Item2);
        Assert.True(after.Rare > after.Common + 2, $"rare {after.Rare}, common {after.Common}");

        async Task<double> ScoreAsync(string last, ContactResponse expected) =>
            (await person.DuplicatesAsync(First("Anna"), Last(last), Company("Nordlicht Werke"))).Single(candidate => candidate.ContactId == expected.Id).Reasons.Single(reason => reason.Code == "lastNameSame").Bits;
    }

    [Fact]
    public async Task Of_few_contacts_nothing_is_counted()
    {
        var person = app.NewOrganization();
        await person.SaveAsync(Email("k@example.com"));
        await app.Services.GetServices<IHostedService>().OfType<MatchIndexJob>().Single().RunAsync(CancellationToken.None);
        Assert.Contains("\"term_counts\":null", Assert.Single(await app.RowsAsync("match_index", person.OrganizationId)), StringComparison.Ordinal);
    }

    private async Task RunAsync(Person person, Func<ContactsDb, int, CancellationToken, Task<bool>> step, int version)
    {
        while (await StepAsync(person, step, version))
        {
            // The next part.
        }
    }

    private async Task<bool> StepAsync(Person person, Func<ContactsDb, int, CancellationToken, Task<bool>> step, int version)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Become(person.OrganizationId);
        var db = scope.ServiceProvider.GetRequiredService<ContactsDb>();
        return await db.TransactAsync(cancel => step(db, version, cancel), CancellationToken.None);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await app.ConnectAsSuperuserAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
