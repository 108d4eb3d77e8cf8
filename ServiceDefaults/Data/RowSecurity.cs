using Microsoft.EntityFrameworkCore.Migrations;

namespace Signet.ServiceDefaults;

/// <summary>Row-level security and grants, said in the migration that creates a table.</summary>
public static class RowSecurity
{
    /// <summary>Rows of an organisation are seen and written only in its transactions, by the owner of the table too.</summary>
    /// <param name="appendOnly">The app role may add and read rows, not change or remove them.</param>
    public static MigrationBuilder EnableRowSecurity(this MigrationBuilder migration, string table, bool appendOnly = false)
    {
        migration.Sql($"""
            alter table "{table}" enable row level security;
            alter table "{table}" force row level security;
            create policy tenant on "{table}"
              using (organization_id = nullif(current_setting('signet.organization_id', true), '')::uuid)
              with check (organization_id = nullif(current_setting('signet.organization_id', true), '')::uuid);
            """);
        return migration.GrantTable(table, appendOnly ? "select, insert" : "select, insert, update, delete");
    }

    /// <summary>For tables without organisation (directories). The app role is the owner's name with <c>_app</c> for <c>_owner</c>.</summary>
    public static MigrationBuilder GrantTable(this MigrationBuilder migration, string table, string privileges = "select, insert, update, delete")
    {
        migration.Sql($"""
            do $$ begin
              if current_user !~ '_owner$' then raise exception 'Migrations run as the owner role, not as %', current_user; end if;
              execute format('grant {privileges} on table "{table}" to %I', regexp_replace(current_user, '_owner$', '_app'));
            end $$;
            """);
        return migration;
    }

    /// <summary>For functions that the app role calls.</summary>
    /// <param name="signature">Name and argument types: <c>match(uuid, text)</c>.</param>
    public static MigrationBuilder GrantFunction(this MigrationBuilder migration, string signature)
    {
        migration.Sql($"""
            revoke all on function {signature} from public;
            do $$ begin
              execute format('grant execute on function {signature} to %I', regexp_replace(current_user, '_owner$', '_app'));
            end $$;
            """);
        return migration;
    }
}
