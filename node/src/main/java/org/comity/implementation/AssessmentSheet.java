package org.comity.implementation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.comity.sheet.HarmlessCell;
import org.comity.sheet.SheetHeader;
import org.comity.sheet.SheetLimits;
import org.comity.ui.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * Writes the self-assessment as a spreadsheet to work on elsewhere, and reads it back without loss: a row for each question,
 * and one for the mark of each article.
 */
record AssessmentSheet(Questionnaire questionnaire) {

    static final List<String> COLUMNS = List.of(
            "id",
            "article",
            "question",
            "choice",
            "words",
            "law",
            "in_force",
            "mark",
            "until",
            "challenge",
            "help",
            "practice");
    static final SheetLimits LIMITS = new SheetLimits(4_000_000, 20_000_000, 400, 40, 9_000);

    private static final String MARK = "A";

    /** What one row brings. */
    sealed interface Row {
        int row();
    }

    record AnswerRow(int row, String question, GivenAnswer answer) implements Row {}

    record MarkRow(int row, ArticleMark mark) implements Row {}

    /** @param why a key below {@code assess.wrong.}; {@code id} as the row has it */
    record WrongRow(int row, String id, String why) implements Row {}

    List<List<String>> rows(Map<String, GivenAnswer> answers, Map<String, ArticleMark> marks, String language) {
        var rows = new ArrayList<List<String>>();
        rows.add(COLUMNS);
        questionnaire.byArticle().forEach((article, questions) -> {
            for (var question : questions) {
                var given = Optional.ofNullable(answers.get(question.id()));
                rows.add(List.of(
                        question.id(),
                        article,
                        HarmlessCell.of(question.text().in(language)),
                        given.map(GivenAnswer::choice).orElse(""),
                        HarmlessCell.of(given.map(GivenAnswer::words).orElse("")),
                        HarmlessCell.of(given.map(GivenAnswer::law).orElse("")),
                        day(given.map(GivenAnswer::inForce).orElse(null)),
                        "",
                        "",
                        "",
                        "",
                        ""));
            }
            var mark = marks.getOrDefault(article, ArticleMark.none(article));
            rows.add(List.of(
                    MARK + article,
                    article,
                    "",
                    "",
                    "",
                    "",
                    "",
                    mark.letter(),
                    day(mark.until()),
                    mark.challenge(),
                    HarmlessCell.of(mark.help()),
                    HarmlessCell.of(mark.practice())));
        });
        return rows;
    }

    static byte[] csv(List<List<String>> rows) {
        var out = new ByteArrayOutputStream();
        try (var csv = new CSVPrinter(new OutputStreamWriter(out, UTF_8), CSVFormat.RFC4180)) {
            csv.getOut().append('\ufeff');
            for (var row : rows) {
                csv.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] xlsx(List<List<String>> rows) {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("Assessment");
            for (int r = 0; r < rows.size(); r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    row.createCell(c).setCellValue(rows.get(r).get(c));
                }
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean hasColumns(List<List<String>> rows) {
        return SheetHeader.of(rows).names().containsAll(List.of("id", "choice", "words", "law", "in_force"));
    }

    /** An empty row of a question brings nothing; what is there stays. */
    List<Row> read(List<List<String>> rows) {
        var header = SheetHeader.of(rows);
        var seen = new HashSet<String>();
        var found = new ArrayList<Row>();
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).stream().allMatch(String::isBlank)) {
                continue;
            }
            var cells = header.cells(COLUMNS, rows.get(i));
            var id = cells.getOrDefault("id", "");
            if (!seen.add(id)) {
                found.add(new WrongRow(i + 1, id, "twice"));
            } else if (id.startsWith(MARK)) {
                mark(i + 1, id, cells).ifPresent(found::add);
            } else {
                answer(i + 1, id, cells).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private Optional<Row> answer(int row, String id, Map<String, String> cells) {
        var question = questionnaire.find(id);
        if (question.isEmpty()) {
            return Optional.of(new WrongRow(row, id, "question"));
        }
        if (List.of("choice", "words", "law", "in_force").stream()
                .allMatch(it -> cells.getOrDefault(it, "").isEmpty())) {
            return Optional.empty();
        }
        var typed = GivenAnswer.TypedAnswer.of(
                question.get(),
                cells.getOrDefault("choice", ""),
                HarmlessCell.read(cells.getOrDefault("words", "")),
                HarmlessCell.read(cells.getOrDefault("law", "")),
                cells.getOrDefault("in_force", ""));
        return Optional.of(
                typed.answer() == null
                        ? new WrongRow(row, id, typed.wrong() == null ? "unknown-choice" : typed.wrong())
                        : new AnswerRow(row, id, typed.answer()));
    }

    private Optional<Row> mark(int row, String id, Map<String, String> cells) {
        var article = id.substring(MARK.length());
        if (questionnaire.of(article).isEmpty()) {
            return Optional.of(new WrongRow(row, id, "question"));
        }
        var help = TypedText.clean(HarmlessCell.read(cells.getOrDefault("help", "")));
        var practice = TypedText.clean(HarmlessCell.read(cells.getOrDefault("practice", "")));
        var letter = cells.getOrDefault("mark", "");
        var challenge = cells.getOrDefault("challenge", "");
        var until = cells.getOrDefault("until", "");
        if (!ArticleMark.LETTERS.contains(letter) || !ArticleMark.CHALLENGES.contains(challenge)) {
            return Optional.of(new WrongRow(row, id, "unknown-choice"));
        }
        if (help.length() > ArticleMark.LONGEST || practice.length() > ArticleMark.LONGEST) {
            return Optional.of(new WrongRow(row, id, "long"));
        }
        var day = TypedText.day(until).orElse(null);
        if (!until.isEmpty() && day == null) {
            return Optional.of(new WrongRow(row, id, "day"));
        }
        var mark = new ArticleMark(article, letter, day, challenge, help, practice);
        return mark.says() ? Optional.of(new MarkRow(row, mark)) : Optional.empty();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
