package org.comity.commons.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comity.commons.figures.AddingFigures.Year;
import org.comity.commons.figures.HidingSmallCells.Cell;
import org.comity.commons.figures.HidingSmallCells.Safe;
import org.comity.commons.kept.KeptRecord;
import org.comity.commons.kept.StandingRecords;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.site.PublicItem;
import org.comity.site.PublicShelf;
import org.comity.site.PublicTable;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.TrafficLight;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Puts the common figures on the public site: added up over States, never State by State, small cells hidden. */
@Component
@EnableConfigurationProperties(FiguresSettings.class)
class StatisticsShelf implements PublicShelf {

    static final String NAME = "statistics";

    private static final int YEARS = 3;

    private final StandingRecords records;
    private final DrawnFigures drawn;
    private final Words words;
    private final FiguresSettings settings;
    private final Convention convention;

    StatisticsShelf(
            StandingRecords records, DrawnFigures drawn, Words words, FiguresSettings settings, Convention convention) {
        this.convention = convention;
        this.records = records;
        this.drawn = drawn;
        this.words = words;
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean ofTheHost() {
        return true;
    }

    @Override
    public int place() {
        return 7;
    }

    /** One for each year: which States sent figures, and what they mean. */
    @Override
    public List<PublicItem> items() {
        var standing = drawn.of(records.onShelf(name()));
        return AddingFigures.of(standing).stream()
                .filter(it -> it.states().size() >= settings.leastStates())
                .map(it -> item(it, standing))
                .toList();
    }

    private PublicItem item(Year year, List<KeptRecord> standing) {
        var parts = new ArrayList<PublicItem.Part>();
        parts.add(new PublicItem.Part("public.statistics.definition", said("public.statistics.counted")));
        parts.add(new PublicItem.Part("public.statistics.not", said("public.statistics.not.why")));
        parts.add(PublicItem.Part.written("public.statistics.states", String.join(", ", year.states())));
        var mine = standing.stream()
                .filter(it -> it.text("year").equals(year.year()))
                .toList();
        var day = mine.stream().map(KeptRecord::checkedOn).max(java.time.LocalDate::compareTo);
        return new PublicItem(
                "year-" + year.year(),
                TrafficLight.CLEAR,
                said("public.statistics.of", "year", year.year()),
                day.orElse(java.time.LocalDate.EPOCH),
                "",
                articles(mine),
                parts);
    }

    /** Those of the Convention under which figures are sent, as its law data say. */
    private List<String> articles(List<KeptRecord> records) {
        return convention.newest(Convention.UNCC).stream()
                .flatMap(newest -> records.stream()
                        .map(KeptRecord::law)
                        .distinct()
                        .flatMap(it -> convention.law(it, newest.edition()).stream()))
                .filter(it -> !it.form())
                .map(ProcedureLaw::article)
                .distinct()
                .toList();
    }

    @Override
    public List<PublicTable> tables(String language) {
        var reader = Language.of(language).orElse(Language.ENGLISH);
        var tables = new ArrayList<PublicTable>();
        AddingFigures.of(drawn.of(records.onShelf(name()))).stream()
                .filter(it -> it.states().size() >= settings.leastStates())
                .limit(YEARS)
                .forEach(it -> HidingSmallCells.of(it.table(), settings.leastCell())
                        .ifPresent(safe -> tables.add(table(it.year(), safe, reader))));
        return tables;
    }

    private PublicTable table(String year, Safe safe, Language reader) {
        var columns = new ArrayList<String>();
        columns.add("public.article");
        columns.addAll(safe.table().columns().stream()
                .map(it -> it.stream()
                        .map(one -> words.say(reader, "public.statistics.victims." + one))
                        .collect(Collectors.joining(" + ")))
                .toList());
        columns.add("public.statistics.total");
        var rows = IntStream.range(0, safe.table().rows().size())
                .mapToObj(row -> row(safe, row, reader))
                .collect(Collectors.toCollection(ArrayList::new));
        rows.add(totals(safe, reader));
        return new PublicTable(
                words.say(reader, "public.statistics.of", "year", year),
                List.of("public.statistics.counted", "public.statistics.hidden-why"),
                columns,
                rows);
    }

    private List<String> row(Safe safe, int row, Language reader) {
        var cells = new ArrayList<String>();
        cells.add(String.join(" + ", safe.table().rows().get(row)));
        for (int column = 0; column < safe.table().columns().size(); column++) {
            cells.add(
                    safe.hidden().contains(new Cell(row, column))
                            ? words.say(reader, "public.statistics.hidden")
                            : Long.toString(safe.table().at(row, column)));
        }
        cells.add(Long.toString(safe.table().total(row)));
        return cells;
    }

    private List<String> totals(Safe safe, Language reader) {
        var cells = new ArrayList<String>();
        cells.add(words.say(reader, "public.statistics.total"));
        for (int column = 0; column < safe.table().columns().size(); column++) {
            cells.add(Long.toString(safe.table().columnTotal(column)));
        }
        cells.add(Long.toString(safe.table().total()));
        return cells;
    }

    private Map<String, String> said(String key, Object... named) {
        var all = new TreeMap<String, String>();
        words.languagesOn(PublicShelf.ADDRESS).forEach(it -> all.put(it.tag(), words.say(it, key, named)));
        return all;
    }
}
