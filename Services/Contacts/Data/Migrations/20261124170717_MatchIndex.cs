using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Signet.ServiceDefaults;

#nullable disable

namespace Signet.Contacts.Data.Migrations
{
    /// <inheritdoc />
    public partial class MatchIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "match_index",
                columns: table => new
                {
                    organization_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    oldest_version = table.Column<int>(type: "integer", nullable: false),
                    pass_version = table.Column<int>(type: "integer", nullable: false),
                    passed_to = table.Column<Guid>(type: "uuid", nullable: true),
                    contacts = table.Column<int>(type: "integer", nullable: false),
                    counted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    term_counts = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_match_index", x => x.organization_id);
                });

            migrationBuilder.EnableRowSecurity("match_index");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "match_index");
        }
    }
}
