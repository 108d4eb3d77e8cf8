using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Signet.Identity.Data.Migrations
{
    /// <inheritdoc />
    public partial class OrganizationSettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "organization",
                type: "character varying(2)",
                maxLength: 2,
                nullable: false,
                defaultValue: "de");

            migrationBuilder.AddColumn<string>(
                name: "region",
                table: "organization",
                type: "character varying(2)",
                maxLength: 2,
                nullable: false,
                defaultValue: "DE");

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "organization",
                type: "integer",
                nullable: false,
                defaultValue: 1);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "language",
                table: "organization");

            migrationBuilder.DropColumn(
                name: "region",
                table: "organization");

            migrationBuilder.DropColumn(
                name: "version",
                table: "organization");
        }
    }
}
