namespace Constellation.Reporting;

/// <summary>The look of the page: one column that adapts to the width, and paper.</summary>
internal static class ReportStyle
{
    public const string Css = """

        :root { color-scheme: light; --ink: #1f2933; --soft: #52606d; --line: #d9dee3; --panel: #f5f7f9; --accent: #0072b2; }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
        body { margin: 0; color: var(--ink); background: #fff; font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", Verdana, sans-serif; }
        header, main { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
        header { padding-top: 2.2rem; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; letter-spacing: -.01em; }
        h2 { font-size: 1.35rem; margin: 0 0 .8rem; padding-bottom: .3rem; border-bottom: 2px solid var(--line); }
        h3 { font-size: 1rem; margin: 0 0 .3rem; }
        p { margin: .6rem 0; max-width: 62rem; }
        .lead { color: var(--soft); font-size: 1.05rem; }
        nav { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; margin: 1rem 0 0; font-size: .92rem; }
        a { color: var(--accent); text-decoration: none; }
        a:hover, a:focus { text-decoration: underline; }
        section { margin: 2.6rem 0; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11.5rem, 1fr)); gap: .8rem; }
        .tile { background: var(--panel); border-left: 4px solid var(--accent); border-radius: 4px; padding: .7rem .9rem; }
        .tile span { display: block; }
        .tile .name { font-weight: 600; font-size: .9rem; }
        .tile .value { font-size: 1.75rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
        .tile small { font-size: .95rem; color: var(--soft); }
        .tile .meaning { font-size: .82rem; color: var(--soft); line-height: 1.35; }
        .chain { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; margin: .4rem 0 1rem; list-style: none; }
        .chain li { background: var(--panel); border: 1px solid var(--line); border-radius: 4px; padding: .35rem .8rem; font-size: .9rem; overflow-wrap: anywhere; }
        .chain li.read { border-color: #d55e00; background: #fdf3ec; }
        .chain strong, .chain span { display: block; }
        .chain span { color: var(--soft); font-size: .82rem; }
        .chain li:not(:last-child) { position: relative; margin-right: 1.1rem; }
        .chain li:not(:last-child)::after { content: "\2192"; position: absolute; right: -1.45rem; top: .55rem; color: var(--soft); font-size: 1.05rem; }
        .warning { border-left: 4px solid #d55e00; background: #fdf3ec; padding: .6rem .9rem; }
        .notes { background: var(--panel); border-radius: 4px; padding: .8rem 1rem; margin: 1rem 0; }
        .notes ul { margin: 0; padding-left: 1.2rem; }
        .table { overflow-x: auto; margin: 1rem 0 1.6rem; }
        table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
        th, td { padding: .28rem .8rem; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
        thead th { border-bottom: 2px solid #9aa5b1; vertical-align: bottom; white-space: normal; min-width: 4.5rem; line-height: 1.3; }
        th:first-child, .text { text-align: left; }
        th:first-child { padding-left: .2rem; }
        tbody th { font-weight: 500; }
        tbody tr:hover { background: var(--panel); }
        figure { margin: 1.4rem 0; }
        .drawing { overflow-x: auto; }
        figure svg, figure img { display: block; width: 100%; height: auto; min-width: 32rem; }
        figcaption { font-size: .88rem; color: var(--soft); max-width: 62rem; margin-top: .3rem; }
        .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 0 1.6rem; align-items: start; }
        .pair figure svg { min-width: 22rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.2rem; font-size: .92rem; }
        dt { color: var(--soft); }
        dd { margin: 0; overflow-wrap: anywhere; }
        pre { background: var(--panel); padding: .9rem 1rem; overflow-x: auto; font-size: .85rem; border-radius: 4px; }
        summary { cursor: pointer; color: var(--accent); }
        @media (max-width: 40rem) { .tiles { grid-template-columns: repeat(auto-fit, minmax(9.2rem, 1fr)); } dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } h1 { font-size: 1.5rem; } }
        @media print {
          @page { margin: 14mm; }
          body { font-size: 10pt; }
          header, main { max-width: none; padding: 0; }
          nav { display: none; }
          section { margin: 1.2rem 0; }
          h2 { break-after: avoid; }
          figure, .tile, tr, .notes { break-inside: avoid; }
          figure svg, figure img, .pair figure svg { min-width: 0; }
          .table, .drawing { overflow: visible; }
          .pair { grid-template-columns: 1fr 1fr; }
          th, td { padding: .2rem .45rem; }
          a { color: inherit; }
        }

        """;
}
