namespace Signet.Web;

/// <summary>The mark, drawn in the colour of its surroundings.</summary>
public static class Logo
{
    public const string Mark =
        "<path fill='currentColor' d='M4.9 1.5h14.2c.95 0 1.65.8 1.55 1.75L20.4 6H3.6l-.25-2.75C3.25 2.3 3.95 1.5 4.9 1.5Z'/>"
        + "<path fill='currentColor' fill-rule='evenodd' d='M3.85 7.5h16.3c.3 2 .45 4 .45 6a8.6 8.6 0 0 1-17.2 0c0-2 .15-4 .45-6ZM12 9.35a4.65 4.65 0 1 0 0 9.3 4.65 4.65 0 0 0 0-9.3Z'/>";
}
