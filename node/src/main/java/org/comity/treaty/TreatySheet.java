package org.comity.treaty;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.comity.convention.FinalProvisions;
import org.comity.sheet.HarmlessCell;
import org.comity.sheet.SheetHeader;
import org.comity.sheet.SheetLimits;
import org.comity.ui.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of treaty actions: each row becomes a line, or says what is wrong with it.
 *
 * @param today no action is later
 * @param firstToSign before it nobody could do anything about the treaty; null where the treaty names no such day
 * @param lastToSign null where the treaty names no such day
 * @param article does the treaty have this article?
 * @param names by which the directory calls this State or organisation, none where it does not know it
 * @param practice only made-up States take part, so that nobody is shown as having done what it has not
 */
record TreatySheet(
        LocalDate today,
        @Nullable LocalDate firstToSign,
        @Nullable LocalDate lastToSign,
        Predicate<String> article,
        Function<String, Set<String>> names,
        boolean practice) {

    static final List<String> COLUMNS =
            List.of("state", "name", "organisation", "action", "day", "notification", "source", "article", "text");
    static final Set<String> NEEDED = Set.of("state", "name", "action", "day", "notification", "source");
    static final SheetLimits LIMITS = new SheetLimits(1_000_000, 20_000_000, 1_000, 40, TreatyLine.LONGEST_WORDS + 1);

    private static final Map<String, Integer> LONGEST =
            Map.of("name", 200, "notification", 80, "source", 500, "text", TreatyLine.LONGEST_WORDS);
    private static final int LONGEST_OTHER = 40;
    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
    private static final Pattern ORGANISATION = Pattern.compile("[A-Z][A-Z0-9-]{1,11}");
    private static final Pattern MADE_UP = Pattern.compile("X[A-Z][A-Z0-9-]*");
    private static final Pattern NUMBER = Pattern.compile("(?:P\\.)?C\\.N\\.[0-9]{1,5}\\.[0-9]{4}.*");
    private static final Pattern CITED = Pattern.compile("([0-9]{1,3})(\\([0-9a-z]{1,4}\\)){0,4}");

    static TreatySheet of(
            FinalProvisions ends,
            Predicate<String> article,
            Function<String, Set<String>> names,
            LocalDate today,
            boolean practice) {
        var signature = ends.term(FinalProvisions.SIGNATURE);
        return new TreatySheet(
                today,
                signature.map(it -> it.from()).orElse(null),
                signature.map(it -> it.until()).orElse(null),
                article,
                names,
                practice);
    }

    /**
     * @param row as the sheet counts it, the header being 1; {@code line} is null where something is wrong
     * @param doubts why it may be a slip: it can be taken all the same
     */
    record Row(
            int row,
            Map<String, String> cells,
            @Nullable TreatyLine line,
            boolean known,
            List<Wrong> wrong,
            List<Wrong> doubts) {}

    /** @param why message {@code treaty.wrong.<why>}; {@code what} the column, or the row that says the same */
    record Wrong(String why, String what) {}

    /** These lines in the columns in which they are read; what begins like a formula leaves as text. */
    static String csv(List<TreatyLine> lines) {
        var text = new StringWriter();
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(COLUMNS);
            for (var it : lines) {
                csv.printRecord(
                        it.party(),
                        HarmlessCell.of(it.name()),
                        it.organisation() ? "yes" : "",
                        it.step().word(),
                        it.day(),
                        it.number(),
                        HarmlessCell.of(it.source()),
                        it.article(),
                        HarmlessCell.of(it.words()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Columns that the header lacks. */
    static List<String> missing(List<List<String>> rows) {
        var header = SheetHeader.of(rows);
        return COLUMNS.stream()
                .filter(NEEDED::contains)
                .filter(it -> !header.names().contains(it))
                .toList();
    }

    /** @param kept what stands or waits here already */
    List<Row> rows(List<List<String>> rows, List<TreatyLine> kept) {
        var header = SheetHeader.of(rows);
        var before = new ArrayList<Row>();
        var lines = new ArrayList<>(kept);
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).stream().allMatch(String::isBlank)) {
                continue;
            }
            var row = row(i + 1, written(header, rows.get(i)), kept, before, lines);
            before.add(row);
            if (row.line() != null && !row.known()) {
                lines.add(row.line());
            }
        }
        return List.copyOf(before);
    }

    private static Map<String, String> written(SheetHeader header, List<String> row) {
        var cells = new HashMap<>(header.cells(COLUMNS, row));
        cells.replaceAll((column, cell) -> HarmlessCell.read(cell));
        return cells;
    }

    private Row row(
            int number, Map<String, String> cells, List<TreatyLine> kept, List<Row> before, List<TreatyLine> lines) {
        var wrong = alone(cells);
        if (!wrong.isEmpty()) {
            return new Row(number, cells, null, false, wrong, List.of());
        }
        var line = line(cells);
        if (kept.stream().anyMatch(line::same)) {
            return new Row(number, cells, line, true, List.of(), List.of());
        }
        before.stream()
                .filter(it -> it.line() != null && line.same(it.line()))
                .findFirst()
                .ifPresent(it -> wrong.add(new Wrong("twice", Integer.toString(it.row()))));
        wrong.addAll(beside(line, lines));
        return wrong.isEmpty()
                ? new Row(number, cells, line, false, wrong, doubts(line, lines))
                : new Row(number, cells, null, false, wrong, List.of());
    }

    /** What is unlikely but may be: our table is not complete, and neither is the directory. */
    List<Wrong> doubts(TreatyLine line, List<TreatyLine> lines) {
        var doubts = new ArrayList<Wrong>();
        var known = names.apply(line.party());
        unless(doubts, !known.isEmpty(), "not-in-directory", line.party());
        unless(doubts, known.isEmpty() || line.called(known), "another-name", String.join(" / ", known));
        boolean acted = lines.stream()
                .filter(it -> it.party().equals(line.party()) && !it.day().isAfter(line.day()))
                .anyMatch(it -> it.step() == TreatyStep.SIGNATURE || it.step().instrument());
        lines.stream()
                .filter(it -> line.sameButForWords(it) && !line.same(it))
                .findFirst()
                .ifPresent(it -> doubts.add(new Wrong("other-words", it.number())));
        unless(doubts, acted || !line.step().inWords(), "nothing-to-bear-on", line.party());
        return doubts;
    }

    /** What is wrong with a row whatever else there is. */
    private List<Wrong> alone(Map<String, String> cells) {
        var wrong = new ArrayList<Wrong>();
        COLUMNS.stream()
                .filter(NEEDED::contains)
                .filter(it -> cells.getOrDefault(it, "").isEmpty())
                .forEach(it -> wrong.add(new Wrong("empty", it)));
        COLUMNS.stream()
                .filter(it -> cells.getOrDefault(it, "").length() > LONGEST.getOrDefault(it, LONGEST_OTHER))
                .forEach(it -> wrong.add(new Wrong("long", it)));
        if (!wrong.isEmpty()) {
            return wrong;
        }
        var organisation = cells.getOrDefault("organisation", "");
        unless(wrong, Set.of("", "no", "yes").contains(organisation), "unknown", "organisation");
        var party = cells.getOrDefault("state", "");
        var written = organisation.equals("yes") ? ORGANISATION : STATE;
        boolean right = written.matcher(party).matches();
        unless(wrong, right, "state", party);
        unless(wrong, !right || !practice || MADE_UP.matcher(party).matches(), "practice", party);
        unless(
                wrong,
                NUMBER.matcher(cells.getOrDefault("notification", "")).matches(),
                "number",
                cells.getOrDefault("notification", ""));
        var step = TreatyStep.of(cells.getOrDefault("action", ""));
        unless(wrong, step.isPresent(), "unknown", "action");
        var day = TypedText.dayOfLaw(cells.getOrDefault("day", ""));
        unless(wrong, day.isPresent(), "day", cells.getOrDefault("day", ""));
        unless(wrong, day.filter(it -> it.isAfter(today)).isEmpty(), "future", cells.getOrDefault("day", ""));
        if (firstToSign != null) {
            unless(wrong, day.filter(it -> it.isBefore(firstToSign)).isEmpty(), "early", firstToSign.toString());
        }
        step.ifPresent(it -> wrong.addAll(article(it, cells)));
        if (lastToSign != null && step.filter(it -> it == TreatyStep.SIGNATURE).isPresent()) {
            unless(wrong, day.filter(it -> it.isAfter(lastToSign)).isEmpty(), "late", lastToSign.toString());
        }
        return wrong;
    }

    private List<Wrong> article(TreatyStep step, Map<String, String> cells) {
        var wrong = new ArrayList<Wrong>();
        var cited = cells.getOrDefault("article", "");
        var found = CITED.matcher(cited);
        if (cited.isEmpty()) {
            unless(wrong, !step.ofArticle(), "article-missing", step.word());
        } else {
            unless(wrong, found.matches() && article.test(found.group(1)), "article", cited);
        }
        unless(wrong, !step.inWords() || !cells.getOrDefault("text", "").isEmpty(), "words-missing", step.word());
        return wrong;
    }

    /** What contradicts other lines of the same State or organisation. */
    private static List<Wrong> beside(TreatyLine line, List<TreatyLine> lines) {
        var wrong = new ArrayList<Wrong>();
        var own = lines.stream().filter(it -> it.party().equals(line.party())).toList();
        var signed =
                own.stream().filter(it -> it.step() == TreatyStep.SIGNATURE).findFirst();
        var left = own.stream()
                .filter(it -> it.step() == TreatyStep.DENUNCIATION && !it.day().isAfter(line.day()))
                .map(TreatyLine::day)
                .max(LocalDate::compareTo);
        var bound = own.stream()
                .filter(it -> it.step().instrument())
                .filter(it -> left.isEmpty() || it.day().isAfter(left.get()))
                .findFirst();
        own.stream()
                .filter(it -> it.organisation() != line.organisation())
                .findFirst()
                .ifPresent(it -> wrong.add(new Wrong("organisation", it.number())));
        if (line.step() == TreatyStep.SIGNATURE) {
            signed.ifPresent(it -> wrong.add(new Wrong("has-signed", it.number())));
            bound.filter(it -> it.day().isBefore(line.day()))
                    .ifPresent(it -> wrong.add(new Wrong("order", it.number())));
        }
        if (line.step().instrument()) {
            bound.ifPresent(it -> wrong.add(new Wrong("has-instrument", it.number())));
            signed.filter(it -> it.day().isAfter(line.day()))
                    .ifPresent(it -> wrong.add(new Wrong("order", it.number())));
        }
        if (line.step() == TreatyStep.WITHDRAWAL) {
            unless(wrong, own.stream().anyMatch(it -> withdrawn(line, it)), "no-reservation", line.article());
        }
        if (line.step() == TreatyStep.DENUNCIATION) {
            unless(wrong, bound.filter(it -> !it.day().isAfter(line.day())).isPresent(), "no-instrument", line.party());
        }
        return wrong;
    }

    private static boolean withdrawn(TreatyLine line, TreatyLine earlier) {
        return earlier.step().inWords()
                && earlier.article().equals(line.article())
                && !earlier.day().isAfter(line.day());
    }

    private static TreatyLine line(Map<String, String> cells) {
        return new TreatyLine(
                cells.getOrDefault("state", ""),
                cells.getOrDefault("name", ""),
                cells.getOrDefault("organisation", "").equals("yes"),
                TreatyStep.of(cells.getOrDefault("action", "")).orElseThrow(),
                TypedText.dayOfLaw(cells.getOrDefault("day", "")).orElseThrow(),
                cells.getOrDefault("notification", ""),
                cells.getOrDefault("source", ""),
                cells.getOrDefault("article", ""),
                cells.getOrDefault("text", ""));
    }

    private static void unless(List<Wrong> wrong, boolean right, String why, String what) {
        if (!right) {
            wrong.add(new Wrong(why, what));
        }
    }
}
